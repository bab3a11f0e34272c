package incidents.incident_plan_team_ready_test

import data.incidents.incident_plan_team_ready

_parameters := {"contact_days": 92, "skill_days": 365, "topic": "incident_reporting"}

_plan := {
	"id": "p",
	"is_current": true,
	"contacts_verified_at": "2026-10-01",
	"days_since_contacts_verified": 92,
	"team_staff_ids": ["a", "b"],
	"training_days": {"a": {"incident_reporting": 365}, "b": {}},
	"drill_days": {"b": 365},
	"undecided_days": {},
}

_answer(plan) := answer if {
	document := {"parameters": _parameters, "resources": [plan]}
	answer := incident_plan_team_ready.verdicts.p with input as document
}

_reason_of(facts) := _answer(object.union(_plan, facts)).reason

_idle := object.union(object.remove(_plan, ["drill_days"]), {"drill_days": {}})

test_pass_when_contacts_are_tested_and_each_member_is_skilled if {
	answer := _answer(_plan)
	answer.verdict == "pass"
	answer.evidence == [{"field": "/contacts_verified_at", "actual": "2026-10-01", "expected": "<= 92 days"}]
}

test_fail_when_contacts_are_old_or_never_tested if {
	_reason_of({"days_since_contacts_verified": 93}) == "contacts_not_tested"
	_reason_of({"days_since_contacts_verified": "none"}) == "contacts_not_tested"
}

test_fail_when_there_is_no_team if _reason_of({"team_staff_ids": []}) == "no_team"

test_fail_when_a_member_is_unskilled if {
	_answer(_idle).evidence == [{"field": "/unskilled_members", "actual": ["b"], "expected": []}]
	_reason_of({"drill_days": {"b": 366}}) == "members_unskilled"
	_answer(object.union(_idle, {"undecided_days": {"b": 366}})).reason == "members_unskilled"
}

test_not_applicable_when_not_in_force if _reason_of({"is_current": false}) == "not_in_force"

test_unknown_when_a_member_may_be_skilled if {
	_answer(object.union(_idle, {"undecided_days": {"b": 365}})).reason == "skills_unread"
}

test_unknown_when_contacts_or_team_were_not_read if {
	_answer(object.remove(_plan, ["days_since_contacts_verified"])).reason == "skills_unread"
	_answer(object.remove(_plan, ["team_staff_ids"])).reason == "skills_unread"
}

test_every_plan_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := incident_plan_team_ready.verdicts with input as document
	count(answers) == 2
}
