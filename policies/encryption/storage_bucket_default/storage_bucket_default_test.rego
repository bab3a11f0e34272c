package encryption.storage_bucket_default_test

import data.encryption.storage_bucket_default

_every_mode := {
	"levels": ["internal", "personal", "sensitive", "important"],
	"accepted": ["sse_s3", "sse_kms_managed", "sse_kms_customer"],
}

_own_key := {"levels": ["sensitive", "important"], "accepted": ["sse_kms_customer"]}

_answer(parameters, facts) := answer if {
	bucket := object.union({"id": "b", "judged_level": "personal"}, facts)
	document := {"parameters": parameters, "resources": [bucket]}
	answer := storage_bucket_default.verdicts.b with input as document
}

_reason_of(parameters, facts) := _answer(parameters, facts).reason

test_pass_when_the_mode_is_accepted if {
	_answer(_every_mode, {"default_encryption": "sse_s3"}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{
			"field": "/default_encryption",
			"actual": "sse_s3",
			"expected": ["sse_s3", "sse_kms_managed", "sse_kms_customer"],
		}],
	}
}

test_fail_when_there_is_no_default if {
	answer := _answer(_every_mode, {"default_encryption": "none"})
	answer.verdict == "fail"
	answer.reason == "not_encrypted"
	answer.evidence[0].actual == "none"
}

test_unknown_when_encryption_was_not_read if _answer(_every_mode, {}).verdict == "unknown"

test_not_applicable_when_the_data_are_public if {
	_answer(_every_mode, {"judged_level": "public", "default_encryption": "none"}).verdict == "not_applicable"
}

test_pass_when_sensitive_data_have_their_own_key if {
	facts := {"judged_level": "sensitive", "default_encryption": "sse_kms_customer"}
	_reason_of(_own_key, facts) == "pass"
}

test_fail_when_sensitive_data_have_the_key_of_the_provider if {
	facts := {"judged_level": "important", "default_encryption": "sse_kms_managed"}
	_answer(_own_key, facts).verdict == "fail"
	_reason_of(_own_key, facts) == "mode_not_accepted"
}

test_unknown_when_the_owner_of_the_key_was_not_read if {
	_reason_of(_own_key, {"judged_level": "sensitive"}) == "encryption_unread"
}

test_not_applicable_when_nothing_sensitive_lies_there if {
	_reason_of(_own_key, {"default_encryption": "sse_s3"}) == "other_level"
}

test_every_bucket_is_answered if {
	document := {"parameters": _own_key, "resources": [{"id": "a"}, {"id": "b", "judged_level": "sensitive"}]}
	answers := storage_bucket_default.verdicts with input as document
	count(answers) == 2
}

_withheld(parameters, mode) := answer if {
	document := {"parameters": parameters, "resources": [{"id": "b", "default_encryption": mode}]}
	answer := storage_bucket_default.verdicts.b with input as document
}

test_unknown_when_the_level_decides_and_was_withheld if _withheld(_own_key, "sse_s3").reason == "level_unread"

test_pass_when_the_level_was_withheld_but_the_key_is_our_own if {
	_withheld(_own_key, "sse_kms_customer").verdict == "pass"
}

test_fail_when_the_level_was_withheld_and_the_duty_binds_every_level if _withheld(_every_mode, "none").verdict == "fail"
