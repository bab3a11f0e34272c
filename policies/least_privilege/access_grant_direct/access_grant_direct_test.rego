package least_privilege.access_grant_direct_test

import data.least_privilege.access_grant_direct

_seen(grant, role) := answer if {
	document := {
		"resources": [object.union({"id": "g", "principal_type": "database_role", "principal_id": "r"}, grant)],
		"related": {"database_role": {"r": role}},
	}
	answer := access_grant_direct.verdicts.g with input as document
}

_reason_of(grant, role) := _seen(grant, role).reason

_direct := {"via": "direct", "origin": "granted", "data_level": "personal"}

_but(facts) := object.union(_direct, facts)

_person := {"can_login": true, "kind": "human"}

test_pass_when_granted_to_a_role_without_log_in if {
	_seen(_direct, {"can_login": false, "kind": "human"}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/database_role/r/can_login",
		"actual": false,
	}]}
}

test_pass_when_it_comes_through_a_group if {
	_seen({"via": "group"}, _person).evidence == [{"field": "/via", "actual": "group"}]
	_reason_of(_but({"via": "policy", "principal_type": "account"}), {}) == "pass"
}

test_fail_when_granted_to_a_person if {
	_seen(_direct, _person) == {"verdict": "fail", "reason": "direct_log_in", "evidence": [
		{"field": "/via", "actual": "direct"},
		{"field": "/database_role/r/can_login", "actual": true},
	]}
	_reason_of({"via": "direct"}, {"can_login": true, "kind": "shared"}) == "direct_log_in"
	_reason_of(_but({"principal_type": "account"}), {}) == "direct"
}

test_unknown_when_the_role_or_the_way_was_not_read if {
	_reason_of(_direct, {"can_login": true}) == "way_unread"
	_reason_of(_direct, {"kind": "human"}) == "way_unread"
	_reason_of({}, _person) == "way_unread"
}

test_not_applicable_when_the_duty_does_not_bind if {
	_reason_of(_but({"principal_type": "group"}), {}) == "no_single_holder"
	_reason_of(_but({"via": "public"}), _person) == "no_single_holder"
	_reason_of(_but({"origin": "owner"}), _person) == "not_granted"
	_reason_of(_but({"data_level": "none"}), _person) == "harmless_data"
	_reason_of(_direct, {"can_login": true, "kind": "application"}) == "no_person"
}

test_every_grant_is_answered if {
	answers := access_grant_direct.verdicts with input as {"resources": [{"id": "a"}, {"id": "b"}]}
	count(answers) == 2
}
