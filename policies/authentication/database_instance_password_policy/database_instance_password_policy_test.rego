package authentication.database_instance_password_policy_test

import data.authentication.database_instance_password_policy

_parameters := {"min_length_chars": 12, "max_attempts": 10}

_strict := {
	"engine": "postgresql",
	"password_min_length": 12,
	"password_complexity": true,
	"login_lockout_threshold": 10,
}

_seen(database, roles, whole) := answer if {
	document := {
		"parameters": _parameters,
		"resources": [object.union({"id": "d"}, database)],
		"related": {"database_role": roles},
		"links": {"database_role": {"d": [id | some id, _ in roles]}},
		"complete": {"database_role": whole},
	}
	answers := database_instance_password_policy.verdicts with input as document
	answer := answers.d
}

_answer(database) := _seen(database, {}, true)

_reason_of(facts) := _answer(object.union(_strict, facts)).reason

_reason_without(name) := _answer(object.remove(_strict, [name])).reason

_role(method) := {"can_login": true, "password_method": method}

test_pass_when_long_complex_and_locked_out if {
	_answer(_strict) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/password_min_length", "actual": 12, "expected": 12},
		{"field": "/password_complexity", "actual": true, "expected": true},
		{"field": "/login_lockout_threshold", "actual": 10, "expected": 10},
	]}
	_reason_of({"login_lockout_threshold": 1}) == "pass"
}

test_fail_when_one_rule_is_weak if {
	_reason_of({"password_min_length": 11}) == "too_short"
	_reason_of({"password_complexity": false}) == "not_complex"
	_reason_of({"login_lockout_threshold": 0}) == "no_lockout"
	_reason_of({"login_lockout_threshold": 11}) == "too_many_attempts"
}

test_fail_when_one_rule_is_weak_and_the_others_were_not_read if {
	_answer({"login_lockout_threshold": 0}).evidence == [{
		"field": "/login_lockout_threshold",
		"actual": 0,
		"expected": 10,
	}]
	_answer({"password_min_length": 8}).reason == "too_short"
	_answer({"password_complexity": false}).reason == "not_complex"
}

test_unknown_when_a_rule_was_not_read if {
	rules := ["password_min_length", "password_complexity", "login_lockout_threshold"]
	count([rule | some rule in rules; _reason_without(rule) == "rules_unread"]) == 3
}

test_not_applicable_without_such_a_setting if {
	_reason_of({"engine": "dynamodb", "login_lockout_threshold": 0}) == "no_such_setting"
}

test_not_applicable_when_no_log_in_uses_a_password if {
	roles := {"r": _role("iam"), "s": _role("external"), "t": {"can_login": false}}
	_seen({}, roles, true).reason == "no_passwords"
}

test_judged_when_a_log_in_may_use_a_password if {
	weak := {"password_min_length": 0}
	_seen(weak, {"r": _role("iam"), "s": _role("md5")}, true).reason == "too_short"
	_seen(weak, {"r": _role("iam"), "s": {"can_login": true}}, true).reason == "too_short"
	_seen(weak, {"r": _role("iam"), "s": {"password_method": "md5"}}, true).reason == "too_short"
	_seen(weak, {"r": _role("iam")}, false).reason == "too_short"
	_seen(weak, {"r": {"can_login": false}}, true).reason == "too_short"
}

test_every_database_is_answered if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"database_role": {"a": [], "b": []}},
	}
	answers := database_instance_password_policy.verdicts with input as document
	count(answers) == 2
}
