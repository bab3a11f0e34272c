package logging.storage_bucket_access_test

import data.logging.storage_bucket_access

_answer(facts) := answer if {
	bucket := object.union({"id": "b", "judged_level": "personal"}, facts)
	document := {"parameters": {"levels": ["sensitive", "important"]}, "resources": [bucket]}
	answer := storage_bucket_access.verdicts.b with input as document
}

_reason_of(facts) := _answer(facts).reason

_server_log(level) := {"judged_level": level, "access_logging": "server_access"}

test_pass_when_data_events_are_logged if {
	_answer({"access_logging": "data_events"}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/access_logging",
		"actual": "data_events",
		"expected": ["data_events", "both"],
	}]}
}

test_pass_when_both_are_logged if _reason_of({"judged_level": "important", "access_logging": "both"}) == "pass"

test_pass_when_personal_data_have_the_log_of_the_server if _reason_of(_server_log("personal")) == "pass"

test_pass_when_an_s3_compatible_server_logs_access_to_sensitive_data if {
	_reason_of(object.union(_server_log("sensitive"), {"provider": "s3_compatible"})) == "pass"
}

test_fail_when_sensitive_data_on_aws_have_the_log_of_the_server_only if {
	_answer(object.union(_server_log("sensitive"), {"provider": "aws_s3"})) == {
		"verdict": "fail",
		"reason": "best_effort_log",
		"evidence": [
			{"field": "/access_logging", "actual": "server_access", "expected": ["data_events", "both"]},
			{"field": "/judged_level", "actual": "sensitive"},
		],
	}
}

test_fail_when_nothing_is_logged if _reason_of({"access_logging": "none"}) == "not_logged"

test_unknown_when_logging_was_not_read if _answer({}).verdict == "unknown"

test_unknown_when_the_provider_decides_and_was_not_read if _reason_of(_server_log("sensitive")) == "logging_unread"

test_not_applicable_when_the_data_are_public if {
	_reason_of({"data_level": "public", "access_logging": "none"}) == "public_data"
}

test_every_bucket_is_answered if {
	document := {"parameters": {"levels": []}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := storage_bucket_access.verdicts with input as document
	count(answers) == 2
}

test_unknown_when_the_level_decides_and_was_withheld if {
	document := {
		"parameters": {"levels": ["sensitive"]},
		"resources": [{"id": "b", "access_logging": "server_access", "provider": "aws_s3"}],
	}
	storage_bucket_access.verdicts.b.reason == "level_unread" with input as document
}
