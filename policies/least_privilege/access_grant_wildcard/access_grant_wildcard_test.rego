package least_privilege.access_grant_wildcard_test

import data.least_privilege.access_grant_wildcard

_answer(grant, account) := answer if {
	document := {
		"parameters": {"admin_roles": ["admin"]},
		"resources": [object.union({"id": "g", "principal_id": "a"}, grant)],
		"related": {"identity_account": {"a": account}},
	}
	answer := access_grant_wildcard.verdicts.g with input as document
}

_reason_of(grant) := _answer(grant, {}).reason

_wide := {"wildcard_action": true, "wildcard_resource": true}

_is_wide(grant) := _reason_of(object.union(_wide, grant))

test_fail_when_everything_is_allowed if {
	_answer(object.union(_wide, {"wildcard_level": "all"}), {}) == {
		"verdict": "fail",
		"reason": "everything",
		"evidence": [
			{"field": "/wildcard_action", "actual": true, "expected": false},
			{"field": "/wildcard_resource", "actual": true, "expected": false},
		],
	}
}

test_fail_when_a_whole_service_is_allowed if _is_wide({"wildcard_level": "service"}) == "whole_service"

test_fail_when_the_level_is_not_known if _is_wide({}) == "wildcard"

test_fail_when_attached_to_nobody if _is_wide({"wildcard_level": "all", "attached": false}) == "everything"

test_pass_when_one_of_both_is_no_wildcard if {
	_answer({"wildcard_action": false}, {}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{"field": "/wildcard_action", "actual": false}],
	}
	_answer({"wildcard_resource": false}, {}).evidence == [{"field": "/wildcard_resource", "actual": false}]
	_reason_of({"wildcard_action": true, "wildcard_resource": false}) == "pass"
}

test_unknown_when_a_flag_was_not_read if {
	_answer({}, {}) == {"verdict": "unknown", "reason": "permission_unread", "evidence": []}
	_reason_of({"wildcard_action": true}) == "permission_unread"
	_reason_of({"wildcard_resource": true}) == "permission_unread"
}

test_not_applicable_when_a_database_role_holds_it if _is_wide({"principal_type": "database_role"}) == "database_role"

test_not_applicable_when_a_named_administrator_holds_it if _is_wide({"principal_id": "admin"}) == "administrator"

test_not_applicable_when_an_emergency_account_holds_it if {
	_answer(_wide, {"kind": "break_glass"}).reason == "break_glass"
	_answer(_wide, {"kind": "service"}).reason == "wildcard"
}

test_every_grant_is_answered if {
	document := {"parameters": {"admin_roles": []}, "resources": [{"id": "a"}, {"id": "b"}], "related": {}}
	count(access_grant_wildcard.verdicts) == 2 with input as document
}
