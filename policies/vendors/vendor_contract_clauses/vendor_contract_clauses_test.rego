package vendors.vendor_contract_clauses_test

import data.vendors.vendor_contract_clauses

_required := ["purpose", "duration"]

_vendor := {"id": "v", "processes_pi": true, "status": "active", "contracts_complete": true}

_entered(id, clauses) := {"id": id, "in_force": true, "clauses_source": "register", "clauses_present": clauses}

_found(id, clauses) := object.union(_entered(id, clauses), {"clauses_source": "detector", "text_extracted": true})

_judge(vendor, contracts, parameters) := answer if {
	document := {
		"parameters": parameters,
		"resources": [vendor],
		"related": {"vendor_contract": {id: contract | some contract in contracts; id := contract.id}},
		"links": {"vendor_contract": {"v": [contract.id | some contract in contracts]}},
	}
	answer := vendor_contract_clauses.verdicts.v with input as document
}

_answer(facts, contracts) := _judge(object.union(_vendor, facts), contracts, {
	"required": _required,
	"accept_detector": true,
})

_reason_of(facts, contracts) := _answer(facts, contracts).reason

_strict(contracts) := answer.reason if {
	answer := _judge(_vendor, contracts, {"required": _required, "accept_detector": false})
}

test_pass_when_the_contracts_have_them_together if {
	contracts := [_entered("a", ["purpose"]), _found("b", ["duration"]), {"id": "c"}]
	_answer({"contracts_complete": false}, contracts) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/vendor_contract/a/clauses_present", "actual": ["purpose"], "expected": _required},
		{"field": "/vendor_contract/b/clauses_present", "actual": ["duration"], "expected": _required},
	]}
}

test_fail_when_a_clause_is_missing if {
	over := object.union(_entered("b", _required), {"in_force": false})
	_answer({}, [_entered("a", ["purpose"]), over]) == {
		"verdict": "fail",
		"reason": "clauses_missing",
		"evidence": [{"field": "/vendor_contract/a/clauses_present", "actual": ["purpose"], "expected": ["duration"]}],
	}
}

test_fail_when_there_is_no_clause if _reason_of({}, [_entered("a", [])]) == "clauses_missing"

test_fail_when_the_detector_misses_one if _reason_of({}, [_found("a", ["purpose"])]) == "clauses_missing"

_amended := [
	object.union(_entered("a", _required), {"clauses_struck": ["duration"], "superseded_by": ["m"]}),
	_entered("m", []),
]

test_fail_when_an_amendment_takes_a_clause_out if {
	answer := _answer({}, _amended)
	answer.reason == "clauses_missing"
	answer.evidence == [
		{"field": "/vendor_contract/a/clauses_present", "actual": ["purpose"], "expected": ["duration"]},
		{"field": "/vendor_contract/m/clauses_present", "actual": [], "expected": ["duration"]},
		{"field": "/vendor_contract/a/clauses_struck", "actual": ["duration"]},
		{"field": "/vendor_contract/a/superseded_by", "actual": ["m"]},
	]
}

test_pass_when_another_contract_says_what_was_taken_out if {
	_reason_of({}, array.concat(_amended, [_entered("z", ["duration"])])) == "pass"
}

test_unknown_when_an_amendment_may_take_a_clause_out if {
	doubtful := object.union(_entered("a", _required), {"clauses_in_doubt": ["duration"]})
	_reason_of({}, [doubtful]) == "clauses_not_vouched_for"
}

test_unknown_when_the_detector_is_not_accepted if {
	_strict([_found("a", _required)]) == "clauses_not_vouched_for"
	_strict([_found("a", [])]) == "clauses_not_vouched_for"
	_strict([_entered("a", ["purpose"]), _found("b", [])]) == "clauses_not_vouched_for"
}

test_pass_when_the_register_vouches_and_the_detector_is_not_accepted if _strict([_entered("a", _required)]) == "pass"

test_unknown_when_nothing_is_required if {
	_judge(_vendor, [_entered("a", [])], {"required": [], "accept_detector": true}).verdict == "unknown"
}

test_unknown_when_a_contract_is_undecided if {
	contracts := [_entered("a", ["purpose"]), object.remove(_entered("b", _required), ["in_force"])]
	_reason_of({}, contracts) == "clauses_not_vouched_for"
}

test_unknown_when_one_is_a_scan if {
	scan := {"id": "b", "in_force": true, "text_extracted": false, "clauses_source": "detector", "clauses_present": []}
	_reason_of({}, [_entered("a", ["purpose"]), scan]) == "clauses_not_vouched_for"
}

test_unknown_when_contracts_are_out_of_sight if {
	_reason_of({"contracts_complete": false}, [_entered("a", ["purpose"])]) == "contracts_out_of_sight"
	_reason_of({"contracts_complete": false}, []) == "contracts_out_of_sight"
}

test_not_applicable_without_personal_data if _reason_of({"processes_pi": false}, []) == "no_personal_data"

test_not_applicable_when_ended if _reason_of({"status": "ended"}, []) == "vendor_ended"

test_not_applicable_when_no_contract_is_in_force if _reason_of({}, []) == "no_contract_in_force"

test_every_vendor_is_answered if {
	document := {
		"parameters": {"required": _required, "accept_detector": true},
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"vendor_contract": {"a": [], "b": []}},
	}
	answers := vendor_contract_clauses.verdicts with input as document
	count(answers) == 2
}
