package confidentiality.vendor_confidentiality_test

import data.confidentiality.vendor_confidentiality

_whole := {"agreements_complete": true, "contracts_complete": true}

_agreement(in_force) := {"id": "n", "party_type": "vendor", "in_force": in_force}

_contract(clauses) := {"id": "c", "in_force": true, "clauses_source": "register", "clauses_present": clauses}

_judge(vendor, agreements, contracts, accept_detector) := answer if {
	document := {
		"parameters": {"accept_detector": accept_detector},
		"resources": [object.union({"id": "v"}, vendor)],
		"related": {
			"confidentiality_agreement": {id: agreement | some agreement in agreements; id := agreement.id},
			"vendor_contract": {id: contract | some contract in contracts; id := contract.id},
		},
		"links": {
			"confidentiality_agreement": {"v": [agreement.id | some agreement in agreements]},
			"vendor_contract": {"v": [contract.id | some contract in contracts]},
		},
	}
	answer := vendor_confidentiality.verdicts.v with input as document
}

_reason_of(vendor, agreements, contracts) := _judge(vendor, agreements, contracts, true).reason

test_pass_when_an_agreement_is_in_force if {
	_judge({}, [_agreement(true)], [], true) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/confidentiality_agreement/n/in_force",
		"actual": true,
		"expected": true,
	}]}
}

test_pass_when_a_contract_has_the_clause if {
	_judge({}, [_agreement(false)], [_contract(["confidentiality"])], true) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{
			"field": "/vendor_contract/c/clauses_present",
			"actual": ["confidentiality"],
			"expected": ["confidentiality"],
		}],
	}
}

test_fail_when_neither_binds if {
	_judge(_whole, [_agreement(false)], [_contract(["purpose"])], true) == {
		"verdict": "fail",
		"reason": "not_bound",
		"evidence": [
			{"field": "/agreements_complete", "actual": true},
			{"field": "/contracts_complete", "actual": true},
			{"field": "/confidentiality_agreement/n/in_force", "actual": false, "expected": true},
			{"field": "/vendor_contract/c/clauses_present", "actual": ["purpose"], "expected": ["confidentiality"]},
		],
	}
}

test_fail_when_there_is_nothing if _reason_of(_whole, [], []) == "not_bound"

test_fail_when_the_agreement_is_with_staff if {
	_reason_of(_whole, [{"id": "n", "party_type": "staff", "in_force": true}], []) == "not_bound"
}

test_fail_when_the_vendor_leaves if _reason_of(object.union(_whole, {"status": "offboarding"}), [], []) == "not_bound"

test_unknown_when_an_agreement_is_undecided if {
	_reason_of(_whole, [{"id": "n", "party_type": "vendor"}], []) == "confidentiality_undecided"
	_reason_of(_whole, [{"id": "n", "in_force": true}], []) == "confidentiality_undecided"
}

test_unknown_when_a_contract_is_a_scan if {
	scan := {"id": "c", "in_force": true, "text_extracted": false}
	_reason_of(_whole, [], [scan]) == "confidentiality_undecided"
}

test_unknown_when_the_detector_is_not_accepted if {
	found := object.union(_contract(["confidentiality"]), {"clauses_source": "detector", "text_extracted": true})
	_judge(_whole, [], [found], false).reason == "confidentiality_undecided"
	_judge(_whole, [], [found], true).reason == "pass"
}

test_unknown_when_agreements_are_out_of_sight if {
	_reason_of({"agreements_complete": false, "contracts_complete": true}, [], []) == "agreements_out_of_sight"
}

test_unknown_when_contracts_are_out_of_sight if {
	_reason_of({"agreements_complete": true, "contracts_complete": false}, [], []) == "contracts_out_of_sight"
}

test_not_applicable_without_personal_data if _reason_of({"processes_pi": false}, [], []) == "no_personal_data"

test_not_applicable_when_ended if _reason_of({"status": "ended"}, [], []) == "vendor_ended"

test_every_vendor_is_answered if {
	nothing := {"a": [], "b": []}
	document := {
		"parameters": {"accept_detector": true},
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"vendor_contract": nothing, "confidentiality_agreement": nothing},
	}
	answers := vendor_confidentiality.verdicts with input as document
	count(answers) == 2
}
