package least_privilege.database_table_public_test

import data.least_privilege.database_table_public

_answer(facts) := answer if {
	document := {"parameters": {}, "resources": [object.union({"id": "t"}, facts)]}
	answer := database_table_public.verdicts.t with input as document
}

_reason_of(facts) := _answer(facts).reason

test_pass_when_public_holds_nothing if {
	_answer({"public_privileges": []}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/public_privileges",
		"actual": [],
		"expected": [],
	}]}
}

test_fail_when_public_may_read_and_nothing_classified if {
	_reason_of({"public_privileges": ["select"]}) == "granted_to_public"
}

test_unknown_when_grants_were_not_read if _reason_of({"data_level": "sensitive"}) == "grants_unread"

test_not_applicable_when_data_are_public if {
	_reason_of({"data_level": "public", "public_privileges": ["select"]}) == "public_data"
	_reason_of({"data_level": "none"}) == "public_data"
}

test_every_table_is_answered if {
	document := {"parameters": {}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := database_table_public.verdicts with input as document
	count(answers) == 2
}
