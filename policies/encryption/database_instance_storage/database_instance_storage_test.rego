package encryption.database_instance_storage_test

import data.encryption.database_instance_storage

_modes := ["volume", "provider_default", "kms_managed", "kms_customer", "tde"]

_answer(facts, modes) := answer if {
	resource := object.union({"id": "db"}, facts)
	document := {"parameters": {"accepted_modes": modes}, "resources": [resource]}
	answer := database_instance_storage.verdicts.db with input as document
}

_reason_of(facts) := _answer(facts, _modes).reason

_verdict_of(facts) := _answer(facts, _modes).verdict

test_pass_when_storage_is_encrypted if {
	_answer({"at_rest_encryption": "volume"}, _modes) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/at_rest_encryption",
		"actual": "volume",
		"expected": _modes,
	}]}
}

test_pass_when_the_service_encrypts_by_default if _verdict_of({"at_rest_encryption": "provider_default"}) == "pass"

test_pass_when_tde_covers_every_tablespace if {
	_verdict_of({"at_rest_encryption": "tde", "unencrypted_tablespace_count": 0}) == "pass"
}

test_fail_when_not_encrypted_and_nothing_classified if _reason_of({"at_rest_encryption": "none"}) == "not_encrypted"

test_fail_when_tde_leaves_tablespaces if {
	_answer({"at_rest_encryption": "tde", "unencrypted_tablespace_count": 3}, _modes) == {
		"verdict": "fail",
		"reason": "tablespaces_in_clear",
		"evidence": [
			{"field": "/at_rest_encryption", "actual": "tde", "expected": _modes},
			{"field": "/unencrypted_tablespace_count", "actual": 3, "expected": 0},
		],
	}
}

test_fail_when_the_mode_is_not_accepted if {
	_answer({"at_rest_encryption": "provider_default"}, ["kms_customer"]).reason == "mode_not_accepted"
}

test_fail_when_tde_is_not_accepted if {
	_answer({"at_rest_encryption": "tde"}, ["kms_customer"]).reason == "mode_not_accepted"
}

test_unknown_when_tablespaces_were_not_read if _reason_of({"at_rest_encryption": "tde"}) == "tablespaces_unread"

test_unknown_when_encryption_was_not_read if _reason_of({"unencrypted_tablespace_count": 0}) == "encryption_unread"

test_unknown_when_encryption_of_sensitive_data_was_not_read if _verdict_of({"data_level": "sensitive"}) == "unknown"

test_not_applicable_when_data_are_public if _verdict_of({"data_level": "public"}) == "not_applicable"

test_not_applicable_when_there_are_no_data if {
	_verdict_of({"data_level": "none", "at_rest_encryption": "none"}) == "not_applicable"
}

test_every_database_is_answered if {
	document := {"parameters": {"accepted_modes": _modes}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := database_instance_storage.verdicts with input as document
	count(answers) == 2
}
