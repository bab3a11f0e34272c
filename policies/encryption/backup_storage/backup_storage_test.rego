package encryption.backup_storage_test

import data.encryption.backup_storage

_answer(facts) := answer if {
	document := {"resources": [object.union({"id": "b"}, facts)]}
	answer := backup_storage.verdicts.b with input as document
}

_evidence(value) := [{"field": "/encrypted", "actual": value, "expected": true}]

test_pass_when_it_is_encrypted if {
	_answer({"encrypted": true}) == {"verdict": "pass", "reason": "pass", "evidence": _evidence(true)}
}

test_fail_when_it_is_not_encrypted if {
	_answer({"encrypted": false}) == {"verdict": "fail", "reason": "not_encrypted", "evidence": _evidence(false)}
	_answer({"encrypted": false, "is_deleted": false, "data_level": "internal"}).verdict == "fail"
}

test_unknown_when_encryption_was_not_read if _answer({}).reason == "encryption_unread"

test_not_applicable_when_the_copy_is_gone if _answer({"encrypted": false, "is_deleted": true}).reason == "deleted"

test_not_applicable_when_the_data_are_public if {
	_answer({"data_level": "public"}).reason == "public_data"
	_answer({"encrypted": false, "data_level": "none"}).reason == "public_data"
}

test_every_backup_is_answered if {
	answers := backup_storage.verdicts with input as {"resources": [{"id": "x"}, {"id": "y"}]}
	count(answers) == 2
}
