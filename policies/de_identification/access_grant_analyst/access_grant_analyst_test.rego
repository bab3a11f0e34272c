package de_identification.access_grant_analyst_test

import data.de_identification.access_grant_analyst

_granted := {
	"id": "g",
	"data_level": "personal",
	"actions": ["read"],
	"masked_view_only": false,
	"days_to_expiry": "none",
	"role_definition_id": "none",
	"people_ids": ["a"],
	"people_read": true,
}

_staff := {
	"a": {"id": "a", "job": "data_analyst", "job_function": "Data Analyst"},
	"c": {"id": "c", "job": "clerk", "job_function": "clerk"},
	"u": {"id": "u"},
}

_roles := {"ar": {"jobs": ["bi"]}, "cr": {"jobs": ["clerk"]}, "ur": {"id": "ur"}}

_seen(grant) := answer if {
	document := {
		"parameters": {"analyst_jobs": ["data_analyst", "bi"]},
		"resources": [grant],
		"related": {"staff_member": _staff, "role_definition": _roles},
	}
	answer := access_grant_analyst.verdicts.g with input as document
}

_answer(facts) := _seen(object.union(_granted, facts))

_reason_of(facts) := _answer(facts).reason

_reason_without(names, facts) := _seen(object.union(object.remove(_granted, names), facts)).reason

_masked(actual) := {"field": "/masked_view_only", "actual": actual, "expected": true}

test_pass_when_masked if {
	_answer({"masked_view_only": true}) == {"verdict": "pass", "reason": "pass", "evidence": [_masked(true)]}
	_reason_of({"masked_view_only": true, "people_ids": ["u"]}) == "pass"
}

test_fail_when_an_analyst_sees_values if {
	_answer({"people_read": "no"}) == {"verdict": "fail", "reason": "analyst_unmasked", "evidence": [
		_masked(false),
		{"field": "/staff_member/a/job_function", "actual": "Data Analyst"},
	]}
	_reason_without(["actions", "data_level"], {}) == "analyst_unmasked"
}

test_fail_when_the_role_serves_analysts if {
	_answer({"people_ids": ["c"], "role_definition_id": "ar"}).evidence == [
		_masked(false),
		{"field": "/role_definition_id", "actual": "ar"},
	]
	_reason_of({"days_to_expiry": 0, "people_ids": ["c"], "role_definition_id": "ar"}) == "analyst_role_unmasked"
}

test_unknown_when_a_fact_was_not_read if {
	_reason_without(["masked_view_only"], {}) == "view_or_job_unread"
	_reason_of({"people_ids": ["u"]}) == "view_or_job_unread"
	_reason_of({"people_ids": ["c"], "people_read": "no"}) == "view_or_job_unread"
	_reason_of({"people_ids": ["c"], "role_definition_id": "ur"}) == "view_or_job_unread"
	_reason_of({"people_ids": ["c"], "role_definition_id": "x"}) == "view_or_job_unread"
	_reason_without(["role_definition_id"], {"people_ids": ["c"]}) == "view_or_job_unread"
}

test_not_applicable_when_no_analyst_reads if {
	_reason_of({"people_ids": ["c"]}) == "no_analyst"
	_reason_of({"people_ids": ["c"], "role_definition_id": "cr"}) == "no_analyst"
	_reason_of({"data_level": "internal"}) == "not_personal"
	_reason_of({"actions": ["admin"]}) == "shows_nothing"
	_reason_of({"days_to_expiry": -1}) == "expired"
}

test_every_grant_is_answered if {
	document := {"parameters": {"analyst_jobs": []}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := access_grant_analyst.verdicts with input as document
	count(answers) == 2
}
