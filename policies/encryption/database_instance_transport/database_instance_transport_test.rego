package encryption.database_instance_transport_test

import data.encryption.database_instance_transport

_answer(facts) := answer if {
	document := {"parameters": {}, "resources": [object.union({"id": "db"}, facts)]}
	answer := database_instance_transport.verdicts.db with input as document
}

_reason_of(facts) := _answer(facts).reason

test_pass_when_tls_is_required_and_no_rule_allows_clear_text if {
	_answer({"tls_required": true, "plaintext_auth_rules": []}) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/tls_required", "actual": true, "expected": true},
		{"field": "/plaintext_auth_rules", "actual": [], "expected": []},
	]}
}

test_fail_when_tls_is_optional_and_rules_were_not_read if _reason_of({"tls_required": false}) == "tls_optional"

test_fail_when_a_rule_allows_clear_text_and_tls_was_not_read if {
	_answer({"plaintext_auth_rules": ["host all all 10.0.0.0/8 md5"]}) == {
		"verdict": "fail",
		"reason": "clear_text_rules",
		"evidence": [{
			"field": "/plaintext_auth_rules",
			"actual": ["host all all 10.0.0.0/8 md5"],
			"expected": [],
		}],
	}
}

test_unknown_when_rules_were_not_read if _reason_of({"tls_required": true}) == "rules_unread"

test_unknown_when_tls_was_not_read if _reason_of({"plaintext_auth_rules": []}) == "tls_unread"

test_unknown_when_a_remote_listener_was_not_judged if _reason_of({"remote_listener": true}) == "tls_unread"

test_not_applicable_when_only_local_connections_are_possible if {
	_reason_of({"remote_listener": false, "tls_required": false}) == "local_only"
}

test_not_applicable_when_the_service_answers_over_tls_only if _reason_of({"engine": "dynamodb"}) == "tls_only_service"

test_every_database_is_answered if {
	document := {"parameters": {}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := database_instance_transport.verdicts with input as document
	count(answers) == 2
}
