package vendors.identity_account_registered_vendor_test

import data.vendors.identity_account_registered_vendor

_answer(facts) := answer if {
	document := {"resources": [object.union({"id": "a", "vendor_id": "v"}, facts)]}
	answer := identity_account_registered_vendor.verdicts.a with input as document
}

_reason_of(facts) := _answer(facts).reason

_vendor(status, days) := {"kind": "vendor", "enabled": true, "vendor_status": status, "vendor_days_to_end": days}

_status(actual) := [
	{"field": "/vendor_id", "actual": "v"},
	{"field": "/vendor_status", "actual": actual, "expected": ["active", "offboarding"]},
]

test_pass_when_the_vendor_is_active if {
	_answer(_vendor("active", "none")) == {"verdict": "pass", "reason": "pass", "evidence": _status("active")}
	_reason_of({"kind": "vendor", "vendor_status": "active"}) == "pass"
}

test_pass_when_offboarding_ends_today if {
	to_end := [{"field": "/vendor_days_to_end", "actual": 0, "expected": ">= 0"}]
	_answer(_vendor("offboarding", 0)).evidence == array.concat(_status("offboarding"), to_end)
	_reason_of(_vendor("offboarding", 14)) == "pass"
}

test_fail_when_no_registered_vendor_stands_behind if {
	_answer(_vendor("none", "none")).evidence == _status("none")
	_reason_of(_vendor("none", "none")) == "not_registered"
	_reason_of(_vendor("unregistered", "none")) == "not_registered"
}

test_fail_when_the_vendor_has_ended if _reason_of(_vendor("ended", -1)) == "vendor_ended"

test_fail_when_offboarding_has_no_end if _reason_of(_vendor("offboarding", "none")) == "no_end_date"

test_fail_when_offboarding_is_over if _reason_of(_vendor("offboarding", -1)) == "offboarding_over"

test_unknown_when_the_kind_was_not_read if {
	_reason_of({"enabled": true, "vendor_status": "active"}) == "vendor_undecided"
	_reason_of({"enabled": true, "vendor_status": "none"}) == "vendor_undecided"
}

test_unknown_when_the_state_was_not_read if {
	_reason_of({"kind": "vendor", "vendor_status": "ended"}) == "vendor_undecided"
}

test_unknown_when_the_vendor_is_not_known if _reason_of({"kind": "vendor", "enabled": true}) == "vendor_undecided"

test_unknown_when_the_end_of_offboarding_was_not_read if {
	_reason_of({"kind": "vendor", "enabled": true, "vendor_status": "offboarding"}) == "vendor_undecided"
}

test_not_applicable_when_it_is_no_vendor_account if {
	_reason_of({"kind": "human", "enabled": true, "vendor_status": "ended"}) == "no_vendor_account"
}

test_not_applicable_when_disabled if {
	_reason_of({"kind": "vendor", "enabled": false, "vendor_status": "ended"}) == "disabled"
	_reason_of({"enabled": false}) == "disabled"
}

test_every_account_is_answered if {
	answers := identity_account_registered_vendor.verdicts with input as {"resources": [{"id": "a"}, {"id": "b"}]}
	count(answers) == 2
}
