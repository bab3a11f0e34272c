package vendors.vendor_notice_hours_test

import data.vendors.vendor_notice_hours

_parameters := {
	"accept_detector": true,
	"ciio_hours": 1,
	"central_gov_hours": 2,
	"cn_large_hours": 4,
	"cn_large_persons": 1000000,
	"gdpr_hours": 72,
	"gdpr_reserve_hours": 24,
}

_contract(id, hours) := {
	"id": id,
	"in_force": true,
	"clauses_source": "register",
	"clauses_present": ["breach_notification"],
	"breach_notice_hours": hours,
	"superseded_by": [],
	"may_be_superseded_by": [],
}

_europe := [{"id": "o", "jurisdictions": ["EU"]}]

_judge(facts, contracts, organizations) := answer if {
	document := {
		"parameters": _parameters,
		"resources": [object.union({"id": "v", "contracts_complete": true}, facts)],
		"related": {
			"vendor_contract": {id: contract | some contract in contracts; id := contract.id},
			"organization": {id: organization | some organization in organizations; id := organization.id},
		},
		"links": {
			"vendor_contract": {"v": [contract.id | some contract in contracts]},
			"organization": {"v": [organization.id | some organization in organizations]},
		},
	}
	answer := vendor_notice_hours.verdicts.v with input as document
}

_in_europe(hours) := _judge({}, [_contract("c", hours)], _europe)

test_pass_when_the_hours_are_within_the_limit if {
	_in_europe(48) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/vendor_contract/c/breach_notice_hours",
		"actual": 48,
		"expected": 48,
	}]}
}

test_pass_when_the_hours_are_within_every_limit if _judge({}, [_contract("c", 1)], []).reason == "pass"

test_fail_when_the_hours_are_above_the_limit if {
	_in_europe(49) == {"verdict": "fail", "reason": "notice_too_long", "evidence": [{
		"field": "/vendor_contract/c/breach_notice_hours",
		"actual": 49,
		"expected": 48,
	}]}
}

test_fail_without_hours if {
	_in_europe("unstated").reason == "notice_without_hours"
	_in_europe("none").reason == "notice_without_hours"
}

test_unknown_when_it_is_not_known_which_law_binds if {
	_judge({}, [_contract("c", 2)], []).reason == "notice_undecided"
}

test_unknown_when_the_hours_were_not_read if {
	unread := object.remove(_contract("c", 1), ["breach_notice_hours"])
	_judge({}, [unread], _europe).reason == "notice_undecided"
}

test_unknown_when_contracts_are_out_of_sight if {
	_judge({"contracts_complete": false}, [_contract("c", 72)], _europe).reason == "contracts_out_of_sight"
}

test_not_applicable_when_no_law_sets_hours if {
	elsewhere := [{"id": "o", "jurisdictions": ["US"]}]
	_judge({}, [_contract("c", 72)], elsewhere).reason == "no_legal_hours"
}

test_not_applicable_when_no_contract_has_the_clause if {
	silent := object.union(_contract("c", 72), {"clauses_present": []})
	_judge({}, [silent], _europe).reason == "contracts_silent"
}

test_not_applicable_when_ended if _judge({"status": "ended"}, [], []).reason == "vendor_ended"

test_not_applicable_without_personal_data if _judge({"processes_pi": false}, [], []).reason == "no_personal_data"

test_not_applicable_when_no_contract_is_in_force if _judge({}, [], []).reason == "no_contract_in_force"

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}, "organization": {"a": [], "b": []}}
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_notice_hours.verdicts with input as document
	count(answers) == 2
}
