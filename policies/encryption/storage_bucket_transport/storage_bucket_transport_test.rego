package encryption.storage_bucket_transport_test

import data.encryption.storage_bucket_transport

_answer(facts, endpoints) := answer if {
	document := {"resources": [object.union({"id": "b"}, facts)], "related": {"tls_endpoint": endpoints}}
	answer := storage_bucket_transport.verdicts.b with input as document
}

_reason_of(facts, endpoints) := _answer(facts, endpoints).reason

_on_aws := {"provider": "aws_s3"}

_on_server := {"provider": "s3_compatible", "tls_endpoint_id": "e"}

_open := {"e": {"id": "e", "plaintext_port_open": true}}

_closed := {"e": {"id": "e", "plaintext_port_open": false}}

_silent := {"e": {"id": "e"}}

_with(facts, denied) := object.union(facts, {"deny_insecure_transport": denied})

test_pass_when_the_policy_denies_clear_text if {
	_answer(_with({}, true), {}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{"field": "/deny_insecure_transport", "actual": true, "expected": true}],
	}
}

test_pass_when_the_server_has_no_clear_text_port if {
	_answer(_on_server, _closed) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{"field": "/tls_endpoint/e/plaintext_port_open", "actual": false, "expected": false}],
	}
}

test_fail_when_nothing_denies_clear_text_on_aws if {
	_answer(_with(_on_aws, false), {}) == {
		"verdict": "fail",
		"reason": "no_denial",
		"evidence": [{"field": "/deny_insecure_transport", "actual": false, "expected": true}],
	}
}

test_fail_when_the_server_has_no_endpoint if {
	facts := {"deny_insecure_transport": false, "tls_endpoint_id": "none"}
	_answer(facts, {}).verdict == "fail"
	_reason_of(facts, {}) == "no_endpoint"
}

test_fail_when_the_server_answers_in_clear_text if _reason_of(_with(_on_server, false), _open) == "port_open"

test_unknown_when_the_endpoint_was_not_read if {
	_reason_of(_with(_on_server, false), {}) == "port_unread"
	_reason_of(_with(_on_server, false), _silent) == "port_unread"
}

test_unknown_when_the_provider_was_not_read if _reason_of(_with({}, false), {}) == "port_unread"

test_unknown_when_the_policy_was_not_read if _reason_of(_on_aws, {}) == "policy_unread"

test_unknown_when_only_the_open_port_is_known if _answer(_on_server, _open).verdict == "unknown"

test_unknown_when_a_bucket_on_aws_points_to_a_closed_port if {
	_reason_of(object.union(_on_aws, {"tls_endpoint_id": "e"}), _closed) == "policy_unread"
}

test_not_applicable_when_the_data_are_public if {
	_reason_of(object.union(_with(_on_aws, false), {"data_level": "public"}), {}) == "public_data"
}

test_every_bucket_is_answered if {
	document := {"resources": [{"id": "a"}, {"id": "b"}], "related": {"tls_endpoint": {}}}
	answers := storage_bucket_transport.verdicts with input as document
	count(answers) == 2
}
