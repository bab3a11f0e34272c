package access.access_grant_ended_vendor_test

import data.access.access_grant_ended_vendor

_answer(grant, vendor, account) := answer if {
	document := {
		"parameters": {"max_hours": 24},
		"resources": [object.union(_grant, grant)],
		"related": {
			"vendor": {"v": object.union({"id": "v"}, vendor)},
			"identity_account": {"a": object.union({"id": "a"}, account)},
		},
	}
	answer := access_grant_ended_vendor.verdicts.g with input as document
}

_grant := {"id": "g", "principal_type": "account", "holder_account_id": "a", "holder_vendor_id": "v"}

_reason_of(grant, vendor, account) := _answer(grant, vendor, account).reason

# The relationship ended on 2026-11-18.
_over(hours) := {
	"vendor_over": true,
	"vendor_end_at": "2026-11-19T00:00:00+08:00",
	"vendor_end_day": 20775,
	"hours_since_vendor_end": hours,
}

_undated := {"vendor_over": true, "vendor_end_at": "none", "vendor_end_day": "none", "hours_since_vendor_end": "none"}

_ended := {"status": "ended", "relationship_end_date": "2026-11-18"}

_no_date := {"status": "ended", "relationship_end_date": "none"}

_external := {"principal_type": "external", "holder_account_id": "none"}

_live := {"enabled": true}

_at(field, actual, expected) := {"field": field, "actual": actual, "expected": expected}

test_pass_when_the_vendor_is_active if {
	_answer({"vendor_over": false}, {"status": "active"}, _live) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/vendor/v/status", "actual": "active"},
		{"field": "/vendor_over", "actual": false},
	]}
}

test_pass_when_the_account_is_disabled if {
	_answer(_over(60), _ended, {"enabled": false}).evidence == [
		{"field": "/vendor_over", "actual": true},
		_at("/identity_account/a/enabled", false, false),
	]
	_reason_of(_undated, _no_date, {"enabled": false}) == "pass"
	_reason_of({"vendor_over": true}, {"status": "ended"}, {"enabled": false}) == "pass"
}

test_fail_when_the_account_is_live if {
	_answer(_over(25), _ended, _live) == {"verdict": "fail", "reason": "access_after_end", "evidence": [
		{"field": "/holder_vendor_id", "actual": "v"},
		{"field": "/vendor_end_at", "actual": "2026-11-19T00:00:00+08:00"},
		_at("/hours_since_vendor_end", 25, "<= 24"),
		_at("/identity_account/a/enabled", true, false),
	]}
	_reason_of(_over(700), {"status": "active"}, _live) == "access_after_end"
}

test_fail_when_a_principal_from_outside_keeps_a_right if {
	_reason_of(object.union(_over(60), _external), _ended, {}) == "access_after_end"
}

test_fail_when_ended_without_a_date if {
	_answer(_undated, _no_date, _live).evidence == [
		{"field": "/vendor/v/status", "actual": "ended"},
		{"field": "/vendor/v/relationship_end_date", "actual": "none"},
		_at("/identity_account/a/enabled", true, false),
	]
	_reason_of(object.union(_undated, _external), _no_date, {}) == "ended_without_date"
}

test_unknown_when_the_account_is_not_known_to_be_live_or_disabled if {
	_reason_of(_over(60), _ended, {}) == "vendor_undecided"
	_reason_of(_undated, _no_date, {}) == "vendor_undecided"
}

test_unknown_when_the_end_of_the_vendor_was_not_read if {
	_reason_of({"vendor_over": true}, {"status": "ended"}, _live) == "vendor_undecided"
	_reason_of({}, {"status": "active"}, _live) == "vendor_undecided"
	_reason_of({"vendor_over": false}, {}, _live) == "vendor_undecided"
}

test_unknown_when_the_vendor_is_not_registered if {
	_reason_of({"holder_vendor_id": "x"}, {"status": "active"}, _live) == "vendor_undecided"
}

test_not_applicable_when_no_single_party_holds_it if {
	_reason_of({"principal_type": "group"}, {}, {}) == "no_single_holder"
	_reason_of({"principal_type": "public"}, {}, {}) == "no_single_holder"
}

test_not_applicable_when_no_vendor_holds_it if _reason_of({"holder_vendor_id": "none"}, {}, {}) == "no_vendor"

test_not_applicable_while_still_bound if {
	_reason_of({"vendor_over": false}, {"status": "offboarding"}, _live) == "still_bound"
}

test_not_applicable_until_the_limit if {
	due := {"verdict": "not_applicable", "reason": "due", "evidence": [{"field": "/due_until", "actual": "2026-11-19"}]}
	_answer(_over(10), _ended, _live) == due
	_answer(_over(24), {"status": "active"}, _live) == due
}

test_every_grant_is_answered_though_its_holder_was_not_read if {
	document := {"parameters": {"max_hours": 24}, "resources": [{"id": "a"}, {"id": "b"}], "related": {"vendor": {}}}
	answers := access_grant_ended_vendor.verdicts with input as document
	[answer.reason | some answer in answers] == ["vendor_undecided", "vendor_undecided"]
}
