package vendors.vendor_sub_processing_test

import data.vendors.vendor_sub_processing

_accepted := ["prior_specific", "prohibited"]

_contract(id, mode) := {
	"id": id,
	"in_force": true,
	"sub_processing_mode": mode,
	"superseded_by": [],
	"may_be_superseded_by": [],
}

_judge(facts, contracts) := answer if {
	document := {
		"parameters": {"accepted": _accepted},
		"resources": [object.union({"id": "v", "contracts_complete": true}, facts)],
		"related": {"vendor_contract": {id: contract | some contract in contracts; id := contract.id}},
		"links": {"vendor_contract": {"v": [contract.id | some contract in contracts]}},
	}
	answer := vendor_sub_processing.verdicts.v with input as document
}

_sensitive(mode) := _judge({"data_levels": ["sensitive"]}, [_contract("c", mode)])

test_pass_when_consent_is_asked_for_in_each_case if {
	_sensitive("prior_specific") == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/vendor_contract/c/sub_processing_mode",
		"actual": "prior_specific",
		"expected": _accepted,
	}]}
}

test_pass_when_forbidden if _judge({"data_levels": ["important"]}, [_contract("c", "prohibited")]).reason == "pass"

test_fail_when_it_is_free if {
	_sensitive("free") == {"verdict": "fail", "reason": "not_accepted", "evidence": [{
		"field": "/vendor_contract/c/sub_processing_mode",
		"actual": "free",
		"expected": _accepted,
	}]}
}

test_fail_when_only_objection_is_left if _sensitive("general_objection").reason == "not_accepted"

test_fail_when_nothing_is_agreed if _sensitive("absent").reason == "not_agreed"

test_fail_when_an_amendment_takes_the_consent_out if {
	struck := object.union(_contract("c", "prior_specific"), {"clauses_struck": ["sub_processing_consent"]})
	_judge({"data_levels": ["sensitive"]}, [struck]).reason == "not_agreed"
}

test_unknown_when_an_amendment_may_take_the_consent_out if {
	doubtful := object.union(_contract("c", "prior_specific"), {"clauses_in_doubt": ["sub_processing_consent"]})
	_judge({"data_levels": ["sensitive"]}, [doubtful]).reason == "sub_processing_undecided"
}

test_unknown_when_the_levels_were_not_read if {
	_judge({}, [_contract("c", "free")]).reason == "sub_processing_undecided"
	_judge({}, [_contract("c", "absent")]).reason == "sub_processing_undecided"
	_judge({}, [_contract("c", "prohibited")]).reason == "sub_processing_undecided"
}

test_unknown_when_the_mode_was_not_read if {
	unread := object.remove(_contract("c", "free"), ["sub_processing_mode"])
	_judge({"data_levels": ["sensitive"]}, [unread]).reason == "sub_processing_undecided"
}

test_unknown_when_contracts_are_out_of_sight if {
	facts := {"data_levels": ["sensitive"], "contracts_complete": false}
	_judge(facts, [_contract("c", "free")]).reason == "contracts_out_of_sight"
}

test_not_applicable_to_other_data if {
	_judge({"data_levels": ["personal"]}, [_contract("c", "free")]).reason == "not_sensitive"
}

test_not_applicable_when_no_contract_is_in_force if {
	_judge({"data_levels": ["sensitive"]}, [{"id": "c", "in_force": false}]).reason == "no_contract_in_force"
}

test_not_applicable_when_ended if _judge({"status": "ended"}, []).reason == "vendor_ended"

test_not_applicable_without_personal_data if _judge({"processes_pi": false}, []).reason == "no_personal_data"

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"parameters": {"accepted": _accepted}, "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_sub_processing.verdicts with input as document
	count(answers) == 2
}
