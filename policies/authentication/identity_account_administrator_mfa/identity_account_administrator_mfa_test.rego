package authentication.identity_account_administrator_mfa_test

import data.authentication.identity_account_administrator_mfa

_accepted := ["totp", "push", "fido2", "hardware"]

_answer(facts) := answer if {
	document := {"parameters": {"accepted": _accepted}, "resources": [object.union({"id": "a"}, facts)]}
	answer := identity_account_administrator_mfa.verdicts.a with input as document
}

_reason_of(facts) := _answer(facts).reason

_naked := {"privileged": true, "enabled": true, "mfa_enabled": false, "mfa_type": "none"}

_but(facts) := object.union(_naked, facts)

test_pass_when_an_accepted_factor_is_enforced if {
	_answer({"kind": "root", "privileged": true, "mfa_enabled": true, "mfa_type": "hardware"}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [
			{"field": "/mfa_enabled", "actual": true, "expected": true},
			{"field": "/mfa_type", "actual": "hardware", "expected": _accepted},
		],
	}
}

test_fail_when_no_factor_is_enforced if {
	_answer(_naked).evidence == [{"field": "/mfa_enabled", "actual": false, "expected": true}]
	_reason_of({"mfa_enabled": false, "mfa_type": "fido2"}) == "no_second_factor"
}

test_fail_when_the_factor_is_weak_though_its_enforcement_was_not_read if {
	_answer({"privileged": true, "mfa_type": "sms"}) == {"verdict": "fail", "reason": "weak_factor", "evidence": [{
		"field": "/mfa_type",
		"actual": "sms",
		"expected": _accepted,
	}]}
	_reason_of({"mfa_enabled": true, "mfa_type": "none"}) == "weak_factor"
}

test_fail_when_applicability_was_not_read if _reason_of({"mfa_enabled": false}) == "no_second_factor"

test_unknown_when_the_factor_was_not_read if _reason_of({"privileged": true, "mfa_enabled": true}) == "factor_unread"

test_unknown_when_enforcement_was_not_read if _reason_of({"privileged": true, "mfa_type": "totp"}) == "factor_unread"

test_unknown_when_nothing_was_read if _reason_of({}) == "factor_unread"

test_not_applicable_when_disabled if _reason_of(_but({"enabled": false})) == "disabled"

test_not_applicable_when_expired if _reason_of(_but({"expired": true})) == "expired"

test_not_applicable_when_not_privileged if _reason_of(_but({"privileged": false})) == "no_administrator"

test_not_applicable_when_a_service if _reason_of(_but({"kind": "service"})) == "service_account"

test_every_account_is_answered if {
	document := {"parameters": {"accepted": _accepted}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := identity_account_administrator_mfa.verdicts with input as document
	count(answers) == 2
}
