package encryption.database_instance_tls_version_test

import data.encryption.database_instance_tls_version

_answer_for(least, facts) := answer if {
	document := {"parameters": {"min_version": least}, "resources": [object.union({"id": "db"}, facts)]}
	answer := database_instance_tls_version.verdicts.db with input as document
}

_answer(facts) := _answer_for("1.2", facts)

_reason_of(facts) := _answer(facts).reason

test_pass_when_version_and_ciphers_are_current_and_demand_was_not_read if {
	_answer({"tls_min_version": "1.2", "tls_weak_ciphers": []}) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/tls_min_version", "actual": "1.2", "expected": "1.2"},
		{"field": "/tls_weak_ciphers", "actual": [], "expected": []},
	]}
}

test_pass_when_version_is_newer if _reason_of({"tls_min_version": "1.3", "tls_weak_ciphers": []}) == "pass"

test_fail_when_version_is_old_and_ciphers_were_not_read if {
	_reason_of({"tls_min_version": "1.1"}) == "version_too_old"
}

test_fail_when_the_estate_demands_a_newer_version if {
	_answer_for("1.3", {"tls_min_version": "1.2", "tls_weak_ciphers": []}).reason == "version_too_old"
}

test_fail_when_a_cipher_is_weak_and_version_was_not_read if {
	_answer({"tls_weak_ciphers": ["RC4-SHA"]}) == {"verdict": "fail", "reason": "weak_ciphers", "evidence": [{
		"field": "/tls_weak_ciphers",
		"actual": ["RC4-SHA"],
		"expected": [],
	}]}
}

test_unknown_when_ciphers_were_not_read if _reason_of({"tls_min_version": "1.2"}) == "tls_settings_unread"

test_unknown_when_version_was_not_read if _reason_of({"tls_weak_ciphers": []}) == "tls_settings_unread"

test_unknown_when_the_demand_is_no_version if {
	_answer_for(1.2, {"tls_min_version": "1.0", "tls_weak_ciphers": []}).verdict == "unknown"
}

test_not_applicable_when_the_service_has_no_such_setting if {
	_reason_of({"engine": "redshift"}) == "no_such_setting"
	_reason_of({"engine": "dynamodb"}) == "no_such_setting"
}

test_not_applicable_when_only_local_connections_are_possible if _reason_of({"remote_listener": false}) == "local_only"

test_not_applicable_when_clear_text_is_accepted if {
	_reason_of({"tls_required": false, "tls_min_version": "1.0"}) == "tls_optional"
}

test_every_database_is_answered if {
	document := {"parameters": {"min_version": "1.2"}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := database_instance_tls_version.verdicts with input as document
	count(answers) == 2
}
