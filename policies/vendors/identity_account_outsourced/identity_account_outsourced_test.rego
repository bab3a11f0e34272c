package vendors.identity_account_outsourced_test

import data.vendors.identity_account_outsourced

_good := {
	"id": "a",
	"kind": "human",
	"enabled": true,
	"staff_id": "s",
	"employer_id": "v",
	"expires_at": "2026-12-21",
	"days_to_expiry": 30,
}

_person := {"id": "s", "employment_type": "outsourced", "days_since_left": -20, "end_date": "2026-12-11"}

_contract(days) := {
	"id": "c",
	"in_force": true,
	"auto_renew": false,
	"days_to_end": days,
	"effective_to": "2026-12-31",
}

_judge(account, person, contracts, complete) := answer if {
	document := {
		"parameters": {"max_term_days": 365},
		"resources": [account],
		"related": {
			"staff_member": {"s": person},
			"vendor_contract": {contract.id: contract | some contract in contracts},
		},
		"links": {"vendor_contract": {"a": [contract.id | some contract in contracts]}},
		"complete": {"vendor_contract": complete},
	}
	answer := identity_account_outsourced.verdicts.a with input as document
}

_with(facts) := _judge(object.union(_good, facts), _person, [_contract(30)], true)

test_pass_when_it_expires_with_the_contract if {
	_judge(_good, _person, [_contract(30)], false) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/staff_id", "actual": "s"},
		{"field": "/expires_at", "actual": "2026-12-21"},
	]}
}

test_fail_when_the_account_is_not_personal if _with({"kind": "shared"}).reason == "not_personal"

test_fail_when_no_person_is_named if {
	_judge({"id": "a", "kind": "vendor", "staff_id": "none"}, {}, [], false).reason == "no_person"
}

test_fail_when_it_never_expires if _with({"expires_at": "none"}).reason == "no_expiry"

test_fail_when_it_expires_too_late if {
	_with({"days_to_expiry": 366}) == {"verdict": "fail", "reason": "expires_too_late", "evidence": [
		{"field": "/expires_at", "actual": "2026-12-21"},
		{"field": "/days_to_expiry", "actual": 366, "expected": 365},
	]}
}

test_fail_when_it_outlasts_the_engagement if {
	_with({"employer_id": "none"}) == {"verdict": "fail", "reason": "outlasts_the_engagement", "evidence": [
		{"field": "/expires_at", "actual": "2026-12-21"},
		{"field": "/staff_member/s/end_date", "actual": "2026-12-11"},
	]}
}

test_fail_without_a_contract if _judge(_good, _person, [], true).reason == "no_contract_in_force"

test_fail_when_it_outlasts_the_contract if {
	_judge(_good, _person, [_contract(29)], true) == {
		"verdict": "fail",
		"reason": "outlasts_the_contract",
		"evidence": [
			{"field": "/expires_at", "actual": "2026-12-21"},
			{"field": "/vendor_contract/c/effective_to", "actual": "2026-12-31"},
		],
	}
}

test_unknown_when_contracts_are_out_of_sight if {
	_judge(_good, _person, [], false).reason == "contracts_out_of_sight"
}

test_unknown_when_a_fact_was_not_read if {
	_judge(object.remove(_good, ["kind"]), _person, [_contract(30)], true).reason == "person_or_term_unread"
	_judge(object.remove(_good, ["days_to_expiry"]), _person, [_contract(30)], true).reason == "person_or_term_unread"
	_judge(object.remove(_good, ["employer_id"]), {}, [], true).reason == "person_or_term_unread"
}

test_not_applicable_when_not_enabled if _with({"enabled": false}).reason == "not_enabled"

test_not_applicable_to_services if _with({"kind": "service"}).reason == "service_account"

test_not_applicable_to_own_staff if _judge(_good, {"employment_type": "employee"}, [], true).reason == "own_staff"

test_every_account_is_answered if {
	document := {
		"parameters": {"max_term_days": 365},
		"resources": [{"id": "a"}, {"id": "b"}],
		"related": {},
		"links": {"vendor_contract": {"a": [], "b": []}},
		"complete": {"vendor_contract": true},
	}
	answers := identity_account_outsourced.verdicts with input as document
	count(answers) == 2
}
