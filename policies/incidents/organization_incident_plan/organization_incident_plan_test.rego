package incidents.organization_incident_plan_test

import data.incidents.organization_incident_plan

_parameters := {"phases": ["handling", "recovery"], "max_days": 365}

_plan(id, facts) := object.union(
	{
		"id": id,
		"approved_at": "2026-01-01",
		"is_current": true,
		"is_approved_by_someone": true,
		"report_deadlines_listed": true,
		"phases_present": ["handling", "recovery"],
		"days_since_looked_at": 365,
		"is_looking_known": true,
	},
	facts,
)

_answer(plans, complete) := answer if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "o"}],
		"related": {"incident_plan": {plan.id: plan | some plan in plans}},
		"links": {"incident_plan": {"o": [plan.id | some plan in plans]}},
		"complete": {"incident_plan": complete},
	}
	answer := organization_incident_plan.verdicts.o with input as document
}

_one(facts) := _answer([_plan("p", facts)], true).reason

test_pass_when_one_plan_is_good if {
	answer := _answer([_plan("p", {}), _plan("q", {"phases_present": []})], false)
	answer.verdict == "pass"
	answer.evidence == [{"field": "/incident_plan/p/approved_at", "actual": "2026-01-01"}]
}

test_fail_when_none_is_good if {
	_answer([], true).evidence == [{"field": "/incident_plan", "actual": []}]
	_one({"is_current": false}) == "no_good_plan"
	_one({"is_approved_by_someone": false}) == "no_good_plan"
	_one({"report_deadlines_listed": false}) == "no_good_plan"
	_one({"phases_present": ["handling"]}) == "no_good_plan"
	_one({"days_since_looked_at": 366}) == "no_good_plan"
}

test_unknown_when_the_register_is_partial if _answer([], false).reason == "plans_out_of_sight"

test_unknown_when_a_fact_was_not_read if {
	_one({"days_since_looked_at": 366, "is_looking_known": false}) == "plans_unread"
	fields := ["is_current", "is_approved_by_someone", "report_deadlines_listed", "phases_present"]
	reasons := {_answer([object.remove(_plan("p", {}), [field])], true).reason | some field in fields}
	reasons == {"plans_unread"}
}

test_every_organization_is_answered if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"incident_plan": {"a": [], "b": []}},
	}
	answers := organization_incident_plan.verdicts with input as document
	count(answers) == 2
}
