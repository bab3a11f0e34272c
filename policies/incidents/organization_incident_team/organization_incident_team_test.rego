package incidents.organization_incident_team_test

import data.incidents.organization_incident_team

_parameters := {"min_active_members": 2}

_plan(id, facts) := object.union(
	{
		"id": id,
		"is_current": true,
		"has_leaver": false,
		"all_serve": true,
		"active_people_at_least": 2,
		"active_people_at_most": 2,
		"is_led_by_executive": true,
		"member_duties_defined": true,
		"team_staff_ids": ["a"],
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
	answer := organization_incident_team.verdicts.o with input as document
}

_reason_of(plans) := _answer(plans, true).reason

_one(facts) := _reason_of([_plan("p", facts)])

test_pass_when_an_executive_leads_a_team_with_duties if {
	answer := _answer([_plan("p", {})], true)
	answer.verdict == "pass"
	answer.evidence[0] == {"field": "/incident_plan/p/is_led_by_executive", "actual": true}
	_reason_of([_plan("p", {}), _plan("q", {"is_current": false, "has_leaver": true})]) == "pass"
}

test_fail_when_somebody_left if {
	answer := _answer([_plan("p", {}), _plan("q", {"has_leaver": true})], false)
	answer.reason == "leaver_in_team"
	answer.evidence == [{"field": "/incident_plan/q/has_leaver", "actual": true}]
}

test_fail_when_no_plan_is_in_force if {
	_reason_of([]) == "no_plan"
	_one({"is_current": false}) == "no_plan"
}

test_fail_when_no_team_is_good if {
	draft := _plan("d", {"is_current": false})
	_reason_of([draft, _plan("p", {"team_staff_ids": []})]) == "no_led_team"
	_one({"is_led_by_executive": false}) == "no_led_team"
	_one({"member_duties_defined": false}) == "no_led_team"
	_one({"all_serve": false}) == "no_led_team"
	_one({"active_people_at_most": 1, "active_people_at_least": 1}) == "no_led_team"
}

test_unknown_when_the_register_is_partial if _answer([_plan("p", {})], false).reason == "plans_out_of_sight"

test_unknown_when_a_fact_was_not_read if {
	fields := ["is_current", "has_leaver", "all_serve", "is_led_by_executive", "member_duties_defined", "team_staff_ids"]
	{_reason_of([object.remove(_plan("p", {}), [field])]) | some field in fields} == {"team_unread"}
}

test_every_organization_is_answered if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"incident_plan": {"a": [], "b": []}},
	}
	answers := organization_incident_team.verdicts with input as document
	count(answers) == 2
}
