package encryption.database_column_password_test

import data.encryption.database_column_password

_answer(facts) := answer if {
	resource := object.union({"id": "c"}, facts)
	document := {"parameters": {"allowed": ["argon2id", "bcrypt", "Scrypt"]}, "resources": [resource]}
	answer := database_column_password.verdicts.c with input as document
}

_password(facts) := _answer(object.union({"category": "password"}, facts))

_bcrypt := {"protection": "salted_hash", "algorithm": "Bcrypt", "algorithm_folded": "bcrypt", "plaintext_hits": 0}

test_pass_when_hash_is_slow_and_no_clear_text_was_found if {
	_password(_bcrypt) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/protection", "actual": "salted_hash", "expected": "salted_hash"},
		{"field": "/algorithm", "actual": "Bcrypt", "expected": ["argon2id", "bcrypt", "Scrypt"]},
		{"field": "/plaintext_hits", "actual": 0, "expected": 0},
	]}
}

test_pass_when_an_algorithm_is_allowed_in_another_case if {
	_password(object.union(_bcrypt, {"algorithm": "scrypt", "algorithm_folded": "scrypt"})).verdict == "pass"
}

test_fail_when_clear_text_was_found_and_protection_was_not_read if {
	_password({"plaintext_hits": 1}).reason == "clear_text_found"
}

test_fail_when_the_hash_is_fast if {
	answer := _password(object.union(_bcrypt, {"algorithm": "SHA-256", "algorithm_folded": "sha-256"}))
	answer.reason == "fast_hash"
	answer.evidence[0].actual == "SHA-256"
}

test_fail_when_protected_in_another_way if {
	reasons := {_password({"protection": kind}).reason | some kind in ["none", "encrypted", "tokenised", "hashed"]}
	reasons == {"not_hashed"}
}

test_unknown_when_algorithm_was_not_read if {
	_password(object.remove(_bcrypt, ["algorithm", "algorithm_folded"])).reason == "storage_unread"
}

test_unknown_when_clear_text_was_not_searched if {
	_password(object.remove(_bcrypt, ["plaintext_hits"])).reason == "storage_unread"
}

test_unknown_when_protection_was_not_read if {
	_password(object.remove(_bcrypt, ["protection"])).reason == "storage_unread"
}

test_unknown_when_nobody_classified_the_column if _answer({"protection": "none"}).reason == "category_unread"

test_not_applicable_when_the_column_holds_something_else if {
	_answer({"category": "phone", "protection": "none"}).verdict == "not_applicable"
}

test_every_column_is_answered if {
	document := {"parameters": {"allowed": []}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := database_column_password.verdicts with input as document
	count(answers) == 2
}
