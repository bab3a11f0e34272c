package authentication.identity_account_remote_mfa_test

import data.authentication.identity_account_remote_mfa

_answer(facts) := answer if {
	document := {"resources": [object.union({"id": "a"}, facts)]}
	answer := identity_account_remote_mfa.verdicts.a with input as document
}

_reason_of(facts) := _answer(facts).reason

_naked := {"kind": "human", "enabled": true, "expired": false, "mfa_enabled": false, "remote_access": true}

_but(facts) := object.union(_naked, facts)

test_pass_when_a_second_factor_is_enforced if {
	_answer({"mfa_enabled": true}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/mfa_enabled",
		"actual": true,
		"expected": true,
	}]}
	_reason_of(_but({"mfa_enabled": true, "mfa_type": "sms"})) == "pass"
}

test_fail_when_no_second_factor_is_enforced if {
	_answer(_naked) == {"verdict": "fail", "reason": "no_second_factor", "evidence": [{
		"field": "/mfa_enabled",
		"actual": false,
		"expected": true,
	}]}
}

test_fail_when_applicability_was_not_read if _reason_of({"mfa_enabled": false}) == "no_second_factor"

test_unknown_when_the_factor_was_not_read if {
	_reason_of(object.remove(_naked, ["mfa_enabled"])) == "factor_unread"
	_reason_of({}) == "factor_unread"
}

test_not_applicable_when_the_account_cannot_be_used if {
	_reason_of(_but({"enabled": false})) == "disabled"
	_reason_of(_but({"expired": true})) == "expired"
}

test_not_applicable_when_a_service if _reason_of(_but({"kind": "service"})) == "service_account"

test_not_applicable_when_only_inside if _reason_of(_but({"remote_access": false})) == "inside_only"

test_a_vendor_is_judged_though_inside if {
	_reason_of(_but({"kind": "vendor", "remote_access": false})) == "no_second_factor"
	_reason_of({"remote_access": false, "mfa_enabled": false}) == "no_second_factor"
}

test_every_account_is_answered if {
	answers := identity_account_remote_mfa.verdicts with input as {"resources": [{"id": "a"}, {"id": "b"}]}
	count(answers) == 2
}
