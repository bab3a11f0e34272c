package encryption.database_instance_own_key_test

import data.encryption.database_instance_own_key

_levels := ["sensitive", "important"]

_modes := ["kms_customer", "tde", "volume"]

_answer(facts, keys, levels) := answer if {
	document := {
		"parameters": {"levels": levels, "owner_key_modes": _modes},
		"resources": [object.union({"id": "db"}, facts)],
		"related": {"encryption_key": keys},
	}
	answer := database_instance_own_key.verdicts.db with input as document
}

_sensitive(facts, key) := _answer(
	object.union({"judged_level": "sensitive", "kms_key_id": "k"}, facts),
	{"k": object.union({"id": "k"}, key)},
	_levels,
)

_good := {"manager": "customer", "state": "enabled"}

_own := {"at_rest_encryption": "kms_customer"}

test_pass_when_the_key_is_ours_and_enabled if {
	_sensitive(_own, _good) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/at_rest_encryption", "actual": "kms_customer", "expected": _modes},
		{"field": "/encryption_key/k/manager", "actual": "customer", "expected": "customer"},
		{"field": "/encryption_key/k/state", "actual": "enabled", "expected": "enabled"},
	]}
}

test_pass_when_a_volume_has_a_registered_key if {
	_sensitive({"at_rest_encryption": "volume"}, _good).verdict == "pass"
}

test_pass_when_the_level_was_withheld_but_the_key_is_ours if {
	facts := {"at_rest_encryption": "kms_customer", "kms_key_id": "k"}
	_answer(facts, {"k": object.union({"id": "k"}, _good)}, _levels).verdict == "pass"
}

test_fail_when_the_provider_chose_the_key_though_its_id_is_unread if {
	facts := {"judged_level": "sensitive", "at_rest_encryption": "kms_managed"}
	_answer(facts, {}, _levels) == {"verdict": "fail", "reason": "mode_without_own_key", "evidence": [{
		"field": "/at_rest_encryption",
		"actual": "kms_managed",
		"expected": _modes,
	}]}
}

test_fail_when_not_encrypted if {
	_sensitive({"at_rest_encryption": "none"}, {}).reason == "mode_without_own_key"
	_answer({"at_rest_encryption": "none"}, {}, ["personal"]).reason == "mode_without_own_key"
}

test_fail_when_there_is_no_key if {
	_sensitive({"at_rest_encryption": "volume", "kms_key_id": "none"}, {}) == {
		"verdict": "fail",
		"reason": "no_key",
		"evidence": [{"field": "/kms_key_id", "actual": "none"}],
	}
}

test_fail_when_the_provider_manages_the_key if {
	_sensitive(_own, {"manager": "provider", "state": "enabled"}).reason == "key_of_provider"
	_sensitive({}, {"manager": "provider"}).reason == "key_of_provider"
}

test_fail_when_the_key_is_about_to_be_deleted if {
	_sensitive(_own, {"manager": "customer", "state": "pending_deletion"}).reason == "key_not_usable"
	_sensitive({}, {"state": "disabled"}).verdict == "fail"
}

test_unknown_when_the_key_is_out_of_sight if {
	facts := object.union(_own, {"judged_level": "sensitive", "kms_key_id": "elsewhere"})
	_answer(facts, {}, _levels).reason == "key_unread"
}

test_unknown_when_a_fact_of_the_key_was_not_read if {
	_sensitive(_own, {"manager": "customer"}).reason == "key_unread"
	_sensitive(_own, {"state": "enabled"}).reason == "key_unread"
	_sensitive({}, _good).reason == "key_unread"
}

test_unknown_when_the_level_decides_and_was_withheld if {
	_answer({"at_rest_encryption": "kms_managed"}, {}, _levels).reason == "level_unread"
}

test_not_applicable_when_nothing_sensitive_lies_there if {
	_answer({"judged_level": "personal", "at_rest_encryption": "kms_managed"}, {}, _levels).reason == "other_level"
}

test_every_database_is_answered if {
	document := {
		"parameters": {"levels": _levels, "owner_key_modes": _modes},
		"resources": [{"id": "a"}, {"id": "b", "judged_level": "sensitive"}],
	}
	answers := database_instance_own_key.verdicts with input as document
	count(answers) == 2
}
