package least_privilege.access_grant_pass_on_test

import data.least_privilege.access_grant_pass_on

_seen(grant, account, role) := answer if {
	document := {
		"resources": [object.union({"id": "g", "principal_id": "r", "holder_account_id": "a"}, grant)],
		"related": {"identity_account": {"a": account}, "database_role": {"r": role}},
	}
	answer := access_grant_pass_on.verdicts.g with input as document
}

_reason_of(grant, account, role) := _seen(grant, account, role).reason

_for_role := {"principal_type": "database_role", "grant_option": true, "origin": "granted", "actions": ["read"]}

_for_account := object.union(_for_role, {"principal_type": "account"})

_ordinary := {"kind": "human", "is_superuser": false, "can_create_role": false, "account_id": "a"}

_but(facts) := object.union(_ordinary, facts)

test_pass_when_it_cannot_be_passed_on if {
	_seen({"grant_option": false, "actions": ["read"]}, {}, {}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{"field": "/grant_option", "actual": false}],
	}
}

test_pass_when_a_named_administrator_holds_it if {
	_seen(_for_role, {}, {"kind": "human", "is_superuser": true}).evidence == [{
		"field": "/principal_type",
		"actual": "database_role",
	}]
	_reason_of(_for_role, {}, {"kind": "human", "can_create_role": true}) == "pass"
	_reason_of(_for_role, {"privileged": true}, _ordinary) == "pass"
	_reason_of(_for_account, {"privileged": true, "kind": "break_glass"}, {}) == "pass"
}

test_fail_when_others_may_pass_it_on if {
	_seen(_for_role, {}, {"kind": "application"}) == {"verdict": "fail", "reason": "passed_on_by_others", "evidence": [{
		"field": "/principal_type",
		"actual": "database_role",
	}]}
	_reason_of(_for_role, {"privileged": false}, _ordinary) == "passed_on_by_others"
	_reason_of(_for_role, {}, _but({"account_id": "none"})) == "passed_on_by_others"
	_reason_of(_for_account, {"privileged": false}, {}) == "passed_on_by_others"
	_reason_of(_for_account, {"kind": "vendor", "privileged": true}, {}) == "passed_on_by_others"
	_reason_of({"principal_type": "group", "actions": ["grant"]}, {}, {}) == "passed_on_by_others"
}

test_unknown_when_the_holder_was_not_read if {
	_reason_of(_for_role, {}, {}) == "holder_unread"
	_reason_of(_for_role, {}, _ordinary) == "holder_unread"
	_reason_of(_for_account, {"privileged": true}, {}) == "holder_unread"
	_reason_of({"grant_option": true}, {"privileged": false}, {}) == "holder_unread"
}

test_unknown_when_the_right_was_not_read if {
	_reason_of({"grant_option": false}, {}, {}) == "right_unread"
	_reason_of({"actions": ["read"]}, {}, {}) == "right_unread"
}

test_not_applicable_when_not_granted_or_harmless if {
	_reason_of(object.union(_for_role, {"origin": "owner"}), {}, {}) == "not_granted"
	_reason_of(object.union(_for_role, {"data_level": "public"}), {}, {}) == "harmless_data"
}

test_every_grant_is_answered if {
	answers := access_grant_pass_on.verdicts with input as {"resources": [{"id": "a"}, {"id": "b"}]}
	count(answers) == 2
}
