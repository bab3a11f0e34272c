package least_privilege.access_grant_service_staff_test

import data.least_privilege.access_grant_service_staff

_granted := {
	"id": "g",
	"data_level": "sensitive",
	"actions": ["read"],
	"masked_view_only": false,
	"people_ids": ["s"],
	"people_read": true,
}

_staff := {
	"s": {"id": "s", "job": "客服", "job_function": "客服"},
	"b": {"id": "b", "job": "bi", "job_function": "BI"},
	"u": {"id": "u"},
}

_seen(grant) := answer if {
	document := {
		"parameters": {"service_jobs": ["call_center", "客服"]},
		"resources": [grant],
		"related": {"staff_member": _staff},
	}
	answer := access_grant_service_staff.verdicts.g with input as document
}

_answer(facts) := _seen(object.union(_granted, facts))

_reason_of(facts) := _answer(facts).reason

_reason_without(names, facts) := _seen(object.union(object.remove(_granted, names), facts)).reason

test_pass_when_the_data_is_not_sensitive if {
	_answer({"data_level": "personal"}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/data_level",
		"actual": "personal",
	}]}
	_reason_without(["masked_view_only"], {"data_level": "personal", "people_read": "no"}) == "pass"
}

test_pass_when_masked if {
	_answer({"masked_view_only": true, "people_ids": ["u"]}).evidence == [{"field": "/masked_view_only", "actual": true}]
}

test_fail_when_service_staff_see_sensitive_values if {
	_answer({"people_ids": ["b", "s", "b"]}) == {"verdict": "fail", "reason": "sensitive_values_shown", "evidence": [
		{"field": "/data_level", "actual": "sensitive"},
		{"field": "/staff_member/s/job_function", "actual": "客服"},
	]}
	_reason_of({"data_level": "important", "people_read": "no"}) == "sensitive_values_shown"
	_reason_without(["actions"], {}) == "sensitive_values_shown"
}

test_unknown_when_a_fact_was_not_read if {
	_reason_without(["data_level"], {}) == "view_or_job_unread"
	_reason_without(["masked_view_only"], {}) == "view_or_job_unread"
	_reason_of({"people_ids": ["u"]}) == "view_or_job_unread"
	_reason_of({"people_ids": [], "people_read": "no"}) == "view_or_job_unread"
}

test_not_applicable_when_no_service_staff_reads if {
	_reason_of({"actions": ["write"]}) == "shows_nothing"
	_reason_of({"people_ids": ["b"]}) == "no_service_staff"
	_reason_of({"people_ids": []}) == "no_service_staff"
}

test_every_grant_is_answered if {
	document := {"parameters": {"service_jobs": []}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := access_grant_service_staff.verdicts with input as document
	count(answers) == 2
}
