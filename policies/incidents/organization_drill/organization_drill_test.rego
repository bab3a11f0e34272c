package incidents.organization_drill_test

import data.incidents.organization_drill

_parameters := {"max_days": 365, "report_days": 30, "elements": ["reporting", "data_leak_scenario"]}

# Held so many days before 2026-11-21, day 20778.
_drill(id, days, facts) := object.union(
	{
		"id": id,
		"performed_at": "2026-05-05",
		"performed_day": 20778 - days,
		"days_since_performed": days,
		"elements": ["reporting", "data_leak_scenario"],
		"includes_executive": true,
		"is_of_plan": true,
		"is_reported": true,
	},
	facts,
)

_answer(drills, complete) := answer if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "o"}],
		"related": {"drill": {drill.id: drill | some drill in drills}},
		"links": {"drill": {"o": [drill.id | some drill in drills]}},
		"complete": {"drill": complete},
	}
	answer := organization_drill.verdicts.o with input as document
}

_one(days, facts) := _answer([_drill("d", days, facts)], true).reason

test_pass_when_one_drill_is_good if {
	answer := _answer([_drill("d", 365, {}), _drill("e", 1, {"elements": []})], false)
	answer.verdict == "pass"
	answer.evidence == [{"field": "/drill/d/performed_at", "actual": "2026-05-05", "expected": "<= 365 days"}]
}

test_fail_when_none_is_good if {
	_answer([], true).evidence == [{"field": "/drill", "actual": []}]
	_one(366, {}) == "no_good_drill"
	_one(1, {"days_since_performed": "none"}) == "no_good_drill"
	_one(1, {"elements": ["reporting"]}) == "no_good_drill"
	_one(1, {"includes_executive": false}) == "no_good_drill"
	_one(1, {"is_of_plan": false}) == "no_good_drill"
	_one(31, {"is_reported": false}) == "no_good_drill"
}

test_not_applicable_until_the_report_is_due if {
	answer := _answer([_drill("d", 30, {"is_reported": false})], true)
	answer.reason == "report_due"
	answer.evidence == [{"field": "/due_until", "actual": "2026-11-21"}]
}

test_unknown_when_the_register_is_partial if _answer([], false).reason == "drills_out_of_sight"

test_unknown_when_a_fact_was_not_read if {
	fields := ["days_since_performed", "elements", "includes_executive", "is_of_plan", "is_reported"]
	reasons := {_answer([object.remove(_drill("d", 1, {}), [field])], true).reason | some field in fields}
	reasons == {"drills_unread"}
}

test_every_organization_is_answered if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"drill": {"a": [], "b": []}},
	}
	answers := organization_drill.verdicts with input as document
	count(answers) == 2
}
