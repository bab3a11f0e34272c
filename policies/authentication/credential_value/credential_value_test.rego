package authentication.credential_value_test

import data.authentication.credential_value

_answer(facts) := answer if {
	document := {"resources": [object.union({"id": "c"}, facts)]}
	answer := credential_value.verdicts.c with input as document
}

_from(source) := _answer({"value_source": source}).reason

test_pass_when_the_value_is_not_in_the_code if {
	_answer({"value_source": "runtime_input"}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/value_source",
		"actual": "runtime_input",
	}]}
	_from("secret_store_reference") == "pass"
	_from("generated") == "pass"
}

test_fail_when_the_value_is_written_down if {
	_answer({"value_source": "literal"}) == {"verdict": "fail", "reason": "literal", "evidence": [{
		"field": "/value_source",
		"actual": "literal",
	}]}
}

test_fail_when_there_is_a_default if {
	_answer({"value_source": "default_value"}).verdict == "fail"
	_from("default_value") == "default_value"
}

test_unknown_when_the_source_was_not_read if _answer({}).reason == "source_unread"

test_not_applicable_when_it_was_read_from_a_live_system if _from("none") == "not_from_code"

test_every_credential_is_answered if {
	document := {"resources": [{"id": "a"}, {"id": "b"}]}
	answers := credential_value.verdicts with input as document
	count(answers) == 2
}
