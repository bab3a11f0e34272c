package least_privilege.identity_account_escalation_test

import data.least_privilege.identity_account_escalation

_parameters := {"admin_principals": ["boss"], "paths": {"join_group": ["iam:AddUserToGroup"]}}

_answer(account) := answer if {
	document := {"parameters": _parameters, "resources": [object.union({"id": "a"}, account)]}
	verdicts := identity_account_escalation.verdicts with input as document
	some answer in verdicts
}

_raising := {"escalation_paths": ["join_group", "left_out"]}

_reason_of(account) := _answer(object.union(_raising, account)).reason

test_fail_when_a_path_is_complete if {
	_answer(_raising) == {"verdict": "fail", "reason": "can_raise_rights", "evidence": [{
		"field": "/escalation_paths",
		"actual": ["join_group"],
		"expected": [],
	}]}
	_reason_of({"directory": "aws_iam", "kind": "service", "enabled": true}) == "can_raise_rights"
}

test_pass_when_no_path_is_complete if {
	_answer({"escalation_paths": []}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/escalation_paths",
		"actual": [],
		"expected": [],
	}]}
}

test_pass_when_no_complete_path_counts if _answer({"escalation_paths": ["left_out"]}).reason == "pass"

test_unknown_when_the_paths_were_not_read if {
	_answer({}) == {"verdict": "unknown", "reason": "policies_unread", "evidence": []}
}

test_not_applicable_when_in_another_directory if {
	every directory in ["ldap", "scim", "database", "saas", "local"] {
		_reason_of({"directory": directory}) == "other_directory"
	}
}

test_not_applicable_when_root_or_for_emergencies if {
	_reason_of({"kind": "root"}) == "emergency_account"
	_reason_of({"kind": "break_glass"}) == "emergency_account"
}

test_not_applicable_when_disabled if _reason_of({"enabled": false}) == "disabled"

test_not_applicable_when_a_named_administrator if _reason_of({"id": "boss"}) == "administrator"

test_every_account_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	count(identity_account_escalation.verdicts) == 2 with input as document
}
