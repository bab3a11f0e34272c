package least_privilege.access_grant_clearance_test

import data.least_privilege.access_grant_clearance

_granted := {
	"id": "g",
	"principal_type": "account",
	"data_level": "sensitive",
	"judged_level": "sensitive",
	"actions": ["read"],
	"masked_view_only": false,
	"people_ids": ["p"],
	"people_read": true,
}

_staff := {
	"p": {"id": "p", "clearance_level": "sensitive"},
	"q": {"id": "q", "clearance_level": "internal"},
	"u": {"id": "u"},
}

_seen(grant) := answer if {
	document := {"resources": [grant], "related": {"staff_member": _staff}}
	answer := access_grant_clearance.verdicts.g with input as document
}

_answer(facts) := _seen(object.union(_granted, facts))

_reason_of(facts) := _answer(facts).reason

_reason_without(names, facts) := _seen(object.union(object.remove(_granted, names), facts)).reason

_clearance(id, actual, expected) := {
	"field": sprintf("/staff_member/%s/clearance_level", [id]),
	"actual": actual,
	"expected": expected,
}

test_pass_when_everybody_is_cleared if {
	_answer({}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [_clearance("p", "sensitive", "sensitive")],
	}
	_reason_without(["masked_view_only"], {}) == "pass"
}

test_pass_when_cleared_for_what_nobody_classified if {
	place := {"resource_type": "storage_bucket", "resource_id": "b", "judged_level": "personal"}
	_reason_without(["data_level"], place) == "pass"
	_reason_without(["data_level"], {"judged_level": "personal"}) == "clearance_unread"
}

test_pass_when_masked if {
	_answer({"masked_view_only": true, "people_ids": ["u"]}).evidence == [{"field": "/masked_view_only", "actual": true}]
}

test_fail_when_somebody_is_not_cleared if {
	_answer({"people_ids": ["p", "q"], "people_read": "no"}) == {
		"verdict": "fail",
		"reason": "clearance_too_low",
		"evidence": [_clearance("q", "internal", "sensitive")],
	}
	_reason_without(["data_level"], {"judged_level": "personal", "people_ids": ["q"]}) == "clearance_too_low"
	_reason_without(["actions"], {"people_ids": ["q"]}) == "clearance_too_low"
}

test_unknown_when_the_view_was_not_read if {
	_reason_without(["masked_view_only"], {"people_ids": ["q"]}) == "clearance_unread"
}

test_unknown_when_people_or_clearances_are_out_of_sight if {
	_reason_of({"people_read": "no"}) == "clearance_unread"
	_reason_of({"people_ids": ["p", "u"]}) == "clearance_unread"
	_reason_of({"people_ids": [], "people_read": "no"}) == "clearance_unread"
}

test_not_applicable_when_nothing_is_shown_to_staff if {
	_reason_of({"data_level": "internal"}) == "not_personal"
	_reason_of({"actions": ["write"]}) == "shows_nothing"
	_reason_of({"principal_type": "external"}) == "outsider"
	_reason_of({"people_ids": []}) == "nobody"
}

test_every_grant_is_answered if {
	answers := access_grant_clearance.verdicts with input as {"resources": [{"id": "a"}, {"id": "b"}]}
	count(answers) == 2
}
