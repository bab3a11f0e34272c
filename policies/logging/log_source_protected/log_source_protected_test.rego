package logging.log_source_protected_test

import data.logging.log_source_protected

_central := {"centralised": true, "immutable": false, "integrity_validation": true, "encrypted": true}

_stores := {
	"database_instance": {"d": {"id": "d", "data_level": "internal"}, "crm": {"id": "crm", "data_level": "sensitive"}},
	"storage_bucket": {"b": {"id": "b", "data_level": "public"}, "open": {"id": "open"}},
	"application": {"a": {"id": "a", "processes_pi": false}},
}

_answer(facts) := answer if {
	document := {"resources": [object.union({"id": "l"}, facts)], "related": _stores}
	answer := log_source_protected.verdicts.l with input as document
}

_reason_of(facts) := _answer(facts).reason

_reason_but(facts) := _reason_of(object.union(_central, facts))

_reason_without(fields) := _reason_of(object.remove(_central, fields))

test_pass_when_central_validated_and_encrypted if {
	_answer(_central) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/centralised", "actual": true, "expected": true},
		{"field": "/integrity_validation", "actual": true, "expected": true},
		{"field": "/encrypted", "actual": true, "expected": true},
	]}
}

test_pass_when_the_lock_was_not_read_and_digests_are_validated if _reason_without(["immutable"]) == "pass"

test_pass_when_locked if _reason_but({"immutable": true, "integrity_validation": false}) == "pass"

test_fail_when_a_plain_log if {
	facts := {"centralised": false, "integrity_validation": false}
	_answer(object.union(_central, facts)) == {"verdict": "fail", "reason": "plain_log", "evidence": [
		{"field": "/centralised", "actual": false, "expected": true},
		{"field": "/immutable", "actual": false, "expected": true},
		{"field": "/integrity_validation", "actual": false, "expected": true},
	]}
}

test_fail_when_not_central if _reason_but({"centralised": false}) == "not_central"

test_fail_when_changeable if _reason_but({"integrity_validation": false}) == "changeable"

test_fail_when_not_encrypted_and_the_rest_unread if _reason_of({"encrypted": false}) == "not_encrypted"

test_unknown_when_one_fact_was_not_read if {
	_reason_without(["centralised"]) == "protection_unread"
	_reason_without(["encrypted"]) == "protection_unread"
	_reason_without(["immutable", "integrity_validation"]) == "protection_unread"
	_reason_without(["integrity_validation"]) == "protection_unread"
}

test_not_applicable_when_on_paper if _reason_of({"kind": "paper_register"}) == "on_paper"

test_not_applicable_when_all_that_it_covers_is_harmless if {
	_reason_of({"covers_ids": ["d", "b", "a"], "encrypted": false}) == "harmless_data"
}

test_fail_when_one_of_what_it_covers_is_not_harmless if {
	others := ["crm", "open", "gone"]
	count([id | some id in others; _reason_of({"covers_ids": ["d", id], "encrypted": false}) == "not_encrypted"]) == 3
}

test_fail_when_it_covers_nothing if _reason_of({"covers_ids": [], "encrypted": false}) == "not_encrypted"

test_every_source_is_answered if {
	answers := log_source_protected.verdicts with input as {"resources": [{"id": "a"}, {"id": "b"}], "related": {}}
	count(answers) == 2
}
