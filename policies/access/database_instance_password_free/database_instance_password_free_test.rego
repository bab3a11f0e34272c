package access.database_instance_password_free_test

import data.access.database_instance_password_free

_answer(facts) := answer if {
	document := {"parameters": {}, "resources": [object.union({"id": "db"}, facts)]}
	answer := database_instance_password_free.verdicts.db with input as document
}

_reason_of(facts) := _answer(facts).reason

test_pass_when_every_login_needs_a_password_and_a_name if {
	_answer({"trust_auth_rules": [], "anonymous_account_count": 0}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [
			{"field": "/trust_auth_rules", "actual": [], "expected": []},
			{"field": "/anonymous_account_count", "actual": 0, "expected": 0},
		],
	}
}

test_fail_when_a_rule_waives_the_password_and_accounts_were_not_read if {
	_answer({"trust_auth_rules": ["local all all trust"]}) == {
		"verdict": "fail",
		"reason": "password_free",
		"evidence": [{"field": "/trust_auth_rules", "actual": ["local all all trust"], "expected": []}],
	}
}

test_fail_when_an_account_is_anonymous_and_rules_were_not_read if {
	_reason_of({"anonymous_account_count": 1}) == "anonymous_accounts"
}

test_unknown_when_accounts_were_not_read if _reason_of({"trust_auth_rules": []}) == "logins_unread"

test_unknown_when_rules_were_not_read if _reason_of({"anonymous_account_count": 0}) == "logins_unread"

test_not_applicable_when_the_service_has_no_such_setting if {
	_reason_of({"engine": "redshift"}) == "no_such_setting"
	_reason_of({"engine": "dynamodb"}) == "no_such_setting"
}

test_every_database_is_answered if {
	document := {"parameters": {}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := database_instance_password_free.verdicts with input as document
	count(answers) == 2
}
