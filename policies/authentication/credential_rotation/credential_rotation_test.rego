package authentication.credential_rotation_test

import data.authentication.credential_rotation

_key := {
	"kind": "access_key",
	"active": true,
	"account_id": "a",
	"value_source": "none",
	"age_days": 90,
	"idle_days": 0,
}

_seen(credential, account) := answer if {
	document := {
		"parameters": {"max_age_days": 90, "unused_days": 45},
		"resources": [object.union({"id": "c"}, credential)],
		"related": {"identity_account": {"a": account}},
	}
	answer := credential_rotation.verdicts.c with input as document
}

_but(facts) := object.union(_key, facts)

_reason_of(facts) := _seen(_but(facts), {}).reason

test_pass_when_rotated_and_used if {
	_seen(_key, {"enabled": true}) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/age_days", "actual": 90, "expected": 90},
		{"field": "/idle_days", "actual": 0, "expected": 45},
	]}
	_seen({"age_days": 20, "idle_days": 45}, {}).reason == "pass"
}

test_fail_when_too_old if {
	_seen({"age_days": 91}, {}) == {"verdict": "fail", "reason": "too_old", "evidence": [{
		"field": "/age_days",
		"actual": 91,
		"expected": 90,
	}]}
}

test_fail_when_unused if {
	_reason_of({"age_days": 10, "idle_days": 46}) == "unused"
	_seen({"idle_days": 60}, {}).reason == "unused"
}

test_unknown_when_a_day_was_not_read if {
	_seen({"age_days": 10}, {}).reason == "days_unread"
	_seen({"idle_days": 10}, {}).reason == "days_unread"
	_seen({}, {}).reason == "days_unread"
}

test_not_applicable_when_the_duty_does_not_bind if {
	_reason_of({"kind": "password", "age_days": 900}) == "password"
	_reason_of({"active": false, "age_days": 900}) == "inactive"
	_reason_of({"value_source": "literal", "age_days": 900}) == "read_from_code"
	_seen(_but({"age_days": 900}), {"enabled": false}).reason == "account_disabled"
}

test_every_credential_is_answered if {
	document := {
		"parameters": {"max_age_days": 90, "unused_days": 45},
		"resources": [{"id": "a"}, {"id": "b"}],
		"related": {"identity_account": {}},
	}
	answers := credential_rotation.verdicts with input as document
	count(answers) == 2
}
