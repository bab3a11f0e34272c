package encryption.database_instance_logs_test

import data.encryption.database_instance_logs

_parameters := {"engines_without_log_setting": ["postgresql", "redshift"]}

_answer(facts) := answer if {
	document := {"parameters": _parameters, "resources": [object.union({"id": "db"}, facts)]}
	answer := database_instance_logs.verdicts.db with input as document
}

_reason_of(facts) := _answer(facts).reason

_off := {"log_files_encrypted": false, "log_volume_encrypted": false}

_own(facts) := object.union({"hosting": "self_hosted"}, facts)

_aws(facts) := object.union({"hosting": "aws"}, facts)

_other(facts) := object.union({"hosting": "other_cloud", "at_rest_encryption": "none"}, facts)

test_pass_when_the_engine_encrypts_its_logs if {
	_answer({"log_files_encrypted": true}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/log_files_encrypted",
		"actual": true,
		"expected": true,
	}]}
}

test_pass_when_the_log_volume_is_encrypted if {
	_answer({"log_volume_encrypted": true}).evidence == [{
		"field": "/log_volume_encrypted",
		"actual": true,
		"expected": true,
	}]
}

test_pass_when_the_storage_of_the_service_covers_the_logs if {
	_answer(_aws({"at_rest_encryption": "kms_managed", "log_files_encrypted": false})) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [
			{"field": "/hosting", "actual": "aws"},
			{"field": "/at_rest_encryption", "actual": "kms_managed"},
		],
	}
}

test_fail_when_the_storage_of_the_service_is_in_clear if {
	_answer(_aws({"engine": "postgresql", "at_rest_encryption": "none"})) == {
		"verdict": "fail",
		"reason": "storage_in_clear",
		"evidence": [
			{"field": "/hosting", "actual": "aws"},
			{"field": "/at_rest_encryption", "actual": "none"},
		],
	}
}

test_fail_when_another_cloud_leaves_the_logs_in_clear if {
	_reason_of(_other({"log_files_encrypted": false})) == "storage_in_clear"
	_reason_of(_other({"engine": "postgresql"})) == "storage_in_clear"
}

test_fail_when_all_log_settings_are_off if {
	_answer(_own(object.union(_off, {"at_rest_encryption": "volume"}))) == {
		"verdict": "fail",
		"reason": "logs_in_clear",
		"evidence": [
			{"field": "/log_files_encrypted", "actual": false, "expected": true},
			{"field": "/log_volume_encrypted", "actual": false, "expected": true},
		],
	}
}

test_fail_when_the_place_was_not_read_but_no_service_encrypts if {
	_reason_of(object.union(_off, {"at_rest_encryption": "tde"})) == "logs_in_clear"
}

test_unknown_when_the_log_volume_was_not_read if {
	_reason_of(_own({"at_rest_encryption": "volume", "log_files_encrypted": false})) == "logs_unread"
}

test_unknown_when_the_log_setting_was_not_read if {
	_reason_of(_own({"log_volume_encrypted": false})) == "logs_unread"
	_reason_of(_other({"engine": "mysql"})) == "logs_unread"
}

test_unknown_when_storage_and_place_were_not_read if {
	_reason_of(_off) == "logs_unread"
	_reason_of({"at_rest_encryption": "kms_customer"}) == "logs_unread"
}

test_not_applicable_when_the_service_has_no_log_files if _reason_of({"engine": "dynamodb"}) == "no_log_files"

test_not_applicable_when_data_are_public if {
	_reason_of(_aws({"data_level": "public", "at_rest_encryption": "none"})) == "public_data"
}

test_every_database_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := database_instance_logs.verdicts with input as document
	count(answers) == 2
}
