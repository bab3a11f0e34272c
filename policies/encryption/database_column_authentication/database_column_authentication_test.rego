package encryption.database_column_authentication_test

import data.encryption.database_column_authentication

_parameters := {"categories": ["password", "biometric"], "jrt_sectors": ["bank", "accounting_agent"]}

_answer_in(facts, organizations, tables) := answer if {
	document := {
		"parameters": _parameters,
		"resources": [object.union({"id": "c", "table_id": "t"}, facts)],
		"related": {"organization": organizations, "database_table": tables},
		"links": {"organization": {"c": [id | some id, _ in organizations]}},
	}
	answer := database_column_authentication.verdicts.c with input as document
}

_answer(facts) := _answer_in(facts, {}, {})

_reason_of(facts) := _answer(facts).reason

_verdict_in(facts, sectors) := _answer_in(facts, {"o": {"sectors": sectors}}, {}).verdict

_kept := {"protection": "encrypted", "plaintext_hits": 0}

test_pass_when_protected_and_no_clear_text_was_found if {
	_answer(object.union({"category": "password"}, _kept)) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/protection", "actual": "encrypted"},
		{"field": "/plaintext_hits", "actual": 0},
	]}
}

test_pass_when_class_c3_is_protected if {
	_reason_of(object.union({"category": "other_personal", "jrt_class": "C3"}, _kept)) == "pass"
}

test_fail_when_biometric_data_are_readable if {
	_reason_of({"category": "biometric", "jrt_class": "none", "protection": "none"}) == "readable"
}

test_fail_when_class_c3_is_readable_and_nobody_named_the_category if {
	_reason_of({"jrt_class": "C3", "protection": "none"}) == "readable"
}

test_fail_when_clear_text_was_found if {
	_reason_of({"category": "password", "plaintext_hits": 2}) == "clear_text_found"
}

test_fail_when_card_codes_are_kept_encrypted if {
	_reason_of(object.union({"category": "card_sad"}, _kept)) == "card_code_kept"
}

test_unknown_when_clear_text_was_not_searched if {
	_reason_of({"category": "biometric", "protection": "encrypted"}) == "storage_unread"
}

test_unknown_when_protection_was_not_read if {
	_reason_of({"category": "password", "plaintext_hits": 0}) == "storage_unread"
}

test_unknown_when_class_c3_is_protected_but_may_be_a_card_code if {
	_reason_of(object.union({"jrt_class": "C3"}, _kept)) == "storage_unread"
}

test_unknown_when_a_bank_has_not_classed_a_personal_column if {
	_verdict_in({"category": "other_personal", "level": "personal"}, ["ecommerce", "bank"]) == "unknown"
}

test_unknown_when_sectors_were_not_read if {
	_reason_of({"category": "phone", "level": "personal"}) == "class_unread"
}

test_unknown_when_nobody_classified_the_column if _reason_of({"protection": "none"}) == "category_unread"

test_unknown_when_an_unused_card_column_has_rows if {
	tables := {"t": {"row_estimate": 1}}
	_answer_in({"category": "password", "in_use": false}, {}, tables).reason == "storage_unread"
}

test_unknown_when_rows_of_an_unused_column_were_not_counted if {
	_answer_in({"category": "password", "in_use": false}, {}, {"t": {}}).verdict == "unknown"
}

test_not_applicable_when_unused_and_empty if {
	tables := {"t": {"row_estimate": 0}}
	_answer_in({"category": "card_sad", "in_use": false}, {}, tables).reason == "unused_and_empty"
}

test_not_applicable_when_the_sector_needs_no_class if {
	_verdict_in({"category": "phone", "level": "personal"}, ["ecommerce"]) == "not_applicable"
}

test_not_applicable_when_another_class_was_given if {
	_verdict_in({"category": "phone", "level": "personal", "jrt_class": "C2"}, ["bank"]) == "not_applicable"
}

test_not_applicable_when_the_level_is_below_personal if {
	_reason_of({"category": "none", "level": "internal"}) == "no_authentication_data"
}

test_every_column_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}], "related": {}, "links": {}}
	answers := database_column_authentication.verdicts with input as document
	count(answers) == 2
}
