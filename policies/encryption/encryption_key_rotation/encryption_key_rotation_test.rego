package encryption.encryption_key_rotation_test

import data.encryption.encryption_key_rotation

_self_rotating := {
	"provider": "aws_kms",
	"effective_key_kind": "symmetric_encryption",
	"material_origin": "managed",
	"rotation_enabled": true,
	"rotation_period_days": 365,
}

_by_hand := {
	"provider": "aws_kms",
	"effective_key_kind": "asymmetric",
	"material_origin": "managed",
	"rotation_enabled": false,
	"days_since_rotation": "never",
	"days_since_creation": 365,
}

_answer(facts) := answer if {
	document := {
		"parameters": {"max_days": 365, "self_rotating_providers": ["aws_kms", "vault"]},
		"resources": [object.union({"id": "k"}, facts)],
	}
	answer := encryption_key_rotation.verdicts.k with input as document
}

_reason_of(key, change) := _answer(object.union(key, change)).reason

_reason_without(key, facts, change) := _reason_of(object.remove(key, facts), change)

test_pass_when_the_key_rotates_by_itself if {
	_answer(_self_rotating) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/rotation_enabled", "actual": true, "expected": true},
		{"field": "/rotation_period_days", "actual": 365, "expected": 365},
	]}
	_reason_without(_self_rotating, ["provider", "effective_key_kind", "material_origin"], {}) == "pass"
}

test_pass_when_a_key_that_cannot_rotate_is_young if {
	_answer(_by_hand).evidence == [{"field": "/days_since_creation", "actual": 365}]
	_reason_of(_by_hand, {"days_since_rotation": 365, "days_since_creation": 3650}) == "pass"
	_reason_of(_by_hand, {"rotation_enabled": true}) == "pass"
	_reason_without(_by_hand, ["days_since_creation"], {"days_since_rotation": 1}) == "pass"
}

test_pass_when_the_provider_of_a_young_key_does_not_rotate if {
	_reason_without(_by_hand, ["effective_key_kind", "material_origin"], {"provider": "hsm"}) == "pass"
	_reason_of(_by_hand, {"effective_key_kind": "symmetric_encryption", "material_origin": "custom_store"}) == "pass"
}

test_fail_when_a_key_could_rotate_and_does_not if {
	answer := _answer(object.union(_self_rotating, {"rotation_enabled": false, "rotation_period_days": 0}))
	answer.verdict == "fail"
	answer.reason == "not_scheduled"
	_reason_without(_self_rotating, ["rotation_period_days"], {"rotation_enabled": false}) == "not_scheduled"
}

test_fail_when_the_period_is_too_long if {
	_reason_of(_self_rotating, {"rotation_period_days": 366}) == "not_scheduled"
	_reason_of(_self_rotating, {"rotation_period_days": 0}) == "not_scheduled"
	_reason_without(_self_rotating, ["rotation_enabled"], {"rotation_period_days": 730}) == "not_scheduled"
}

test_fail_when_a_key_that_cannot_rotate_is_old if {
	_reason_of(_by_hand, {"days_since_creation": 366}) == "old"
	_reason_of(_by_hand, {"days_since_rotation": 366}) == "old"
	_reason_of(_by_hand, {"days_since_rotation": 366, "days_since_creation": 400}) == "old"
	_reason_without(_by_hand, ["rotation_enabled"], {"days_since_creation": 366}) == "old"
}

test_fail_when_the_day_of_rotation_is_to_come if {
	_reason_of(_by_hand, {"days_since_rotation": -1}) == "old"
	_reason_without(_by_hand, ["rotation_enabled"], {"days_since_rotation": -1}) == "old"
}

test_fail_when_rotation_is_off_and_the_key_is_old_whatever_its_kind if {
	_reason_without(_by_hand, ["effective_key_kind"], {"days_since_creation": 400}) == "old"
}

test_unknown_when_it_is_open_whether_the_key_can_rotate if {
	_reason_without(_by_hand, ["effective_key_kind"], {"days_since_creation": 10}) == "kind_unread"
	_reason_without(_by_hand, ["effective_key_kind", "rotation_enabled"], {"days_since_creation": 400}) == "kind_unread"
}

test_unknown_when_rotation_was_not_read if {
	_reason_without(_self_rotating, ["rotation_enabled", "rotation_period_days"], {}) == "rotation_unread"
	_reason_without(_self_rotating, ["rotation_period_days"], {}) == "period_unread"
}

test_unknown_when_the_age_was_not_read if {
	_reason_without(_by_hand, ["days_since_rotation", "days_since_creation"], {}) == "age_unread"
	_reason_of(_by_hand, {"days_since_creation": -1}) == "age_unread"
}

test_not_applicable_when_the_provider_manages_the_key if {
	_reason_of(_self_rotating, {"manager": "provider", "rotation_enabled": false}) == "provider_manages"
}

test_not_applicable_when_the_key_is_not_in_use if {
	states := ["disabled", "pending_deletion"]
	changes := [{"state": state, "rotation_enabled": false} | some state in states]
	count([change | some change in changes; _reason_of(_self_rotating, change) == "not_in_use"]) == 2
}

test_every_key_is_answered if {
	document := {
		"parameters": {"max_days": 365, "self_rotating_providers": ["aws_kms"]},
		"resources": [{"id": "x"}, {"id": "y"}],
	}
	answers := encryption_key_rotation.verdicts with input as document
	count(answers) == 2
}
