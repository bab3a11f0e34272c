package encryption.encryption_key_custody_test

import data.encryption.encryption_key_custody

_parameters := {"forbidden_providers": ["keyring_file", "app_config"], "separate_providers": ["aws_kms", "hsm"]}

_answer(facts) := answer if {
	document := {"parameters": _parameters, "resources": [object.union({"id": "k"}, facts)]}
	answer := encryption_key_custody.verdicts.k with input as document
}

test_pass_when_the_provider_keeps_keys_apart if {
	_answer({"provider": "aws_kms"}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/provider",
		"actual": "aws_kms",
	}]}
	_answer({"provider": "hsm", "separate_from_data": true}).verdict == "pass"
}

test_pass_when_it_is_registered_as_kept_apart if {
	_answer({"provider": "vault", "separate_from_data": true}).evidence[1] == {
		"field": "/separate_from_data",
		"actual": true,
		"expected": true,
	}
}

test_fail_when_the_key_lies_with_the_data if {
	_answer({"provider": "keyring_file"}) == {"verdict": "fail", "reason": "beside_the_data", "evidence": [{
		"field": "/provider",
		"actual": "keyring_file",
	}]}
	_answer({"provider": "app_config", "separate_from_data": true}).verdict == "fail"
	_answer({"separate_from_data": false}).reason == "beside_the_data"
	_answer({"provider": "aws_kms", "separate_from_data": false}).verdict == "fail"
}

test_unknown_when_the_place_was_not_read if {
	_answer({"provider": "vault"}).reason == "place_unread"
	_answer({"separate_from_data": true}).verdict == "unknown"
	_answer({}).verdict == "unknown"
}

test_every_key_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "x"}, {"id": "y"}]}
	answers := encryption_key_custody.verdicts with input as document
	count(answers) == 2
}
