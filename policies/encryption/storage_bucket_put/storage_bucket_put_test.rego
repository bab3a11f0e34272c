package encryption.storage_bucket_put_test

import data.encryption.storage_bucket_put

_answer(facts) := answer if {
	bucket := object.union({"id": "b", "judged_level": "sensitive"}, facts)
	document := {"parameters": {"levels": ["sensitive", "important"]}, "resources": [bucket]}
	answer := storage_bucket_put.verdicts.b with input as document
}

_verdict_of(facts) := _answer(facts).verdict

test_pass_when_the_policy_denies_such_uploads if {
	_answer({"deny_unencrypted_put": true}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{"field": "/deny_unencrypted_put", "actual": true, "expected": true}],
	}
}

test_fail_when_the_policy_accepts_them if {
	_answer({"deny_unencrypted_put": false}) == {
		"verdict": "fail",
		"reason": "uploads_accepted",
		"evidence": [{"field": "/deny_unencrypted_put", "actual": false, "expected": true}],
	}
}

test_unknown_when_the_policy_was_not_read if _verdict_of({}) == "unknown"

test_not_applicable_when_nothing_sensitive_lies_there if {
	_verdict_of({"judged_level": "personal", "deny_unencrypted_put": false}) == "not_applicable"
}

test_every_bucket_is_answered if {
	document := {"parameters": {"levels": ["sensitive"]}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := storage_bucket_put.verdicts with input as document
	count(answers) == 2
}

test_unknown_when_the_level_was_withheld if {
	document := {
		"parameters": {"levels": ["sensitive"]},
		"resources": [{"id": "b", "deny_unencrypted_put": false}],
	}
	storage_bucket_put.verdicts.b.reason == "level_unread" with input as document
}
