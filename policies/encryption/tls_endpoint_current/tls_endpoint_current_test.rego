package encryption.tls_endpoint_current_test

import data.encryption.tls_endpoint_current

_parameters := {"min_version": "1.2", "cert_warn_days": 30, "auto_renew_warn_days": 3}

_sound := {
	"id": "e",
	"is_public": true,
	"plaintext_port_open": false,
	"tls_min_version": "1.2",
	"tls_weak_ciphers": [],
	"cert_chain_valid": true,
	"cert_days": 30,
}

_answer(endpoint) := answer if {
	document := {"parameters": _parameters, "resources": [endpoint]}
	answer := tls_endpoint_current.verdicts.e with input as document
}

_reason_with(change) := _answer(object.union(_sound, change)).reason

_reason_without(fact) := _answer(object.remove(_sound, [fact])).reason

test_pass_when_all_is_good if {
	_answer(_sound) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/plaintext_port_open", "actual": false, "expected": false},
		{"field": "/tls_min_version", "actual": "1.2", "expected": "1.2"},
		{"field": "/tls_weak_ciphers", "actual": [], "expected": []},
		{"field": "/cert_chain_valid", "actual": true, "expected": true},
		{"field": "/cert_days", "actual": 30, "expected": 30},
	]}
	_reason_with({"tls_min_version": "1.3"}) == "pass"
	_reason_without("is_public") == "pass"
}

test_pass_when_the_certificate_is_renewed_by_itself if {
	_reason_with({"cert_days": 12, "cert_auto_renew": true}) == "pass"
	_reason_with({"cert_days": 3, "cert_auto_renew": true}) == "pass"
}

test_fail_when_clear_text_is_answered if {
	_answer({"id": "e", "plaintext_port_open": true}) == {"verdict": "fail", "reason": "clear_text", "evidence": [{
		"field": "/plaintext_port_open",
		"actual": true,
		"expected": false,
	}]}
}

test_fail_when_the_version_is_old if {
	_answer({"id": "e", "tls_min_version": "1.0"}).reason == "old_version"
	_reason_with({"tls_min_version": "1.1"}) == "old_version"
}

test_fail_when_a_suite_is_weak if _reason_with({"tls_weak_ciphers": ["DES-CBC3-SHA"]}) == "weak_suites"

test_fail_when_the_chain_is_broken if _reason_with({"cert_chain_valid": false}) == "chain_broken"

test_fail_when_the_certificate_ends if {
	_reason_with({"cert_days": 2, "cert_auto_renew": true}) == "certificate_ends"
	_reason_with({"cert_days": -1}) == "certificate_ends"
	_reason_with({"cert_days": 29, "cert_auto_renew": false}) == "not_renewed"
}

test_unknown_when_the_certificate_was_not_read if {
	_reason_with({"cert_days": 12}) == "certificate_unread"
	facts := ["cert_chain_valid", "cert_days"]
	count([fact | some fact in facts; _reason_without(fact) == "certificate_unread"]) == 2
}

test_unknown_when_tls_was_not_read if {
	facts := ["plaintext_port_open", "tls_min_version", "tls_weak_ciphers"]
	count([fact | some fact in facts; _reason_without(fact) == "tls_unread"]) == 3
	_answer({"id": "e"}).verdict == "unknown"
}

test_not_applicable_when_it_is_not_public if {
	_reason_with({"is_public": false, "plaintext_port_open": true}) == "not_public"
}

test_every_endpoint_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "x"}, {"id": "y"}]}
	answers := tls_endpoint_current.verdicts with input as document
	count(answers) == 2
}
