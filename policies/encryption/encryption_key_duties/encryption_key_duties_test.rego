package encryption.encryption_key_duties_test

import data.encryption.encryption_key_duties

_answer(facts) := answer if {
	document := {"parameters": {}, "resources": [object.union({"id": "k"}, facts)]}
	answer := encryption_key_duties.verdicts.k with input as document
}

_reason_of(administrators, users) := _answer({"named_administrators": administrators, "named_users": users}).reason

test_pass_when_they_are_others if {
	_answer({"named_administrators": ["role/KeyAdmin"], "named_users": ["role/App"]}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [
			{"field": "/named_administrators", "actual": ["role/KeyAdmin"]},
			{"field": "/named_users", "actual": ["role/App"]},
		],
	}
}

test_pass_when_one_side_names_somebody if {
	_reason_of(["role/KeyAdmin"], []) == "pass"
	_reason_of([], ["role/App"]) == "pass"
}

test_fail_when_one_does_both if {
	_answer({"named_administrators": ["role/Ops", "role/X"], "named_users": ["role/Ops", "role/App"]}) == {
		"verdict": "fail",
		"reason": "both",
		"evidence": [{"field": "/named_administrators", "actual": ["role/Ops"]}],
	}
	_reason_of(["*"], ["*"]) == "both"
}

test_unknown_when_only_the_root_is_named if _reason_of([], []) == "left_to_iam"

test_unknown_when_a_side_was_not_read if {
	_answer({"named_administrators": ["role/KeyAdmin"]}).reason == "policy_unread"
	_answer({"named_administrators": []}).reason == "policy_unread"
	_answer({"named_users": ["role/App"]}).reason == "policy_unread"
	_answer({}).verdict == "unknown"
}

test_not_applicable_when_the_provider_manages_the_key if {
	_answer({"manager": "provider", "named_administrators": ["a"], "named_users": ["a"]}).reason == "provider_manages"
}

test_every_key_is_answered if {
	answers := encryption_key_duties.verdicts with input as {"parameters": {}, "resources": [{"id": "x"}, {"id": "y"}]}
	count(answers) == 2
}
