package access.database_instance_exposure_test

import data.access.database_instance_exposure

_answer(facts) := answer if {
	document := {"parameters": {}, "resources": [object.union({"id": "db"}, facts)]}
	answer := database_instance_exposure.verdicts.db with input as document
}

_reason_of(facts) := _answer(facts).reason

test_pass_when_private_and_nothing_classified if {
	_answer({"publicly_accessible": false, "ingress_any": false}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [
			{"field": "/publicly_accessible", "actual": false, "expected": false},
			{"field": "/ingress_any", "actual": false, "expected": false},
		],
	}
}

test_fail_when_public_and_rules_were_not_read if _reason_of({"publicly_accessible": true}) == "public_address"

test_fail_when_public_behind_rules if {
	_reason_of({"publicly_accessible": true, "ingress_any": false}) == "public_address"
}

test_fail_when_private_but_open_to_any_address if {
	_reason_of({"publicly_accessible": false, "ingress_any": true}) == "open_to_any_address"
}

test_fail_when_open_and_address_was_not_read if _reason_of({"ingress_any": true}) == "open_to_any_address"

test_fail_when_public_and_open if {
	_answer({"publicly_accessible": true, "ingress_any": true}) == {
		"verdict": "fail",
		"reason": "exposed",
		"evidence": [
			{"field": "/publicly_accessible", "actual": true, "expected": false},
			{"field": "/ingress_any", "actual": true, "expected": false},
		],
	}
}

test_unknown_when_private_and_rules_were_not_read if _reason_of({"publicly_accessible": false}) == "network_unread"

test_unknown_when_closed_and_address_was_not_read if _reason_of({"ingress_any": false}) == "network_unread"

test_not_applicable_when_the_service_has_no_listener if {
	_reason_of({"engine": "dynamodb", "publicly_accessible": true}) == "no_listener"
}

test_not_applicable_when_data_are_public if _reason_of({"data_level": "public", "ingress_any": true}) == "public_data"

test_every_database_is_answered if {
	document := {"parameters": {}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := database_instance_exposure.verdicts with input as document
	count(answers) == 2
}
