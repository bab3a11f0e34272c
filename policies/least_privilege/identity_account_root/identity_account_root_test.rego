package least_privilege.identity_account_root_test

import data.least_privilege.identity_account_root

_answer(facts) := answer if {
	document := {"parameters": {"quiet_days": 90}, "resources": [object.union({"id": "a"}, facts)]}
	answer := identity_account_root.verdicts.a with input as document
}

_reason_of(facts) := _answer(facts).reason

_root := {
	"kind": "root",
	"directory": "aws_iam",
	"has_access_key": false,
	"has_password": true,
	"mfa_enabled": true,
	"days_since_last_login": 91,
}

_but(facts) := object.union(_root, facts)

_never := {"days_since_last_login": "never"}

test_pass_when_guarded_and_quiet if {
	_answer(_root) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/has_access_key", "actual": false, "expected": false},
		{"field": "/days_since_last_login", "actual": 91, "expected": 90},
		{"field": "/mfa_enabled", "actual": true, "expected": true},
	]}
}

test_pass_when_there_is_no_password_and_no_use if {
	_answer(_but(object.union(_never, {"has_password": false, "mfa_enabled": false}))).evidence[2] == {
		"field": "/has_password",
		"actual": false,
		"expected": false,
	}
}

test_fail_when_it_has_a_key if {
	_answer({"has_access_key": true}) == {"verdict": "fail", "reason": "has_key", "evidence": [{
		"field": "/has_access_key",
		"actual": true,
		"expected": false,
	}]}
}

test_fail_when_a_password_has_no_second_factor if {
	_answer({"mfa_enabled": false, "has_password": true}).evidence == [
		{"field": "/mfa_enabled", "actual": false, "expected": true},
		{"field": "/has_password", "actual": true, "expected": false},
	]
}

test_fail_when_used_lately if {
	_reason_of({"days_since_last_login": 90}) == "used_lately"
	_reason_of(_but({"days_since_last_login": 0})) == "used_lately"
}

test_unknown_when_a_fact_was_not_read if {
	facts := ["has_access_key", "days_since_last_login", "mfa_enabled"]
	count([fact | some fact in facts; _reason_of(object.remove(_root, [fact])) == "report_unread"]) == 3
	_reason_of({}) == "report_unread"
}

test_not_applicable_when_it_is_no_cloud_root if {
	_reason_of(_but({"kind": "human", "has_access_key": true})) == "no_root"
	_reason_of({"directory": "ldap", "has_access_key": true}) == "no_cloud_account"
}

test_every_account_is_answered if {
	document := {"parameters": {"quiet_days": 90}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := identity_account_root.verdicts with input as document
	count(answers) == 2
}
