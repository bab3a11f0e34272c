package confidentiality.vendor_liability_test

import data.confidentiality.vendor_liability

_agreement(clauses) := {
	"id": "n",
	"party_type": "vendor",
	"in_force": true,
	"clauses_source": "register",
	"clauses_present": clauses,
}

_contract(id, clauses) := {
	"id": id,
	"in_force": true,
	"clauses_source": "register",
	"clauses_present": clauses,
}

_judge(facts, agreements, contracts) := answer if {
	whole := {"id": "v", "contracts_complete": true, "agreements_complete": true}
	document := {
		"parameters": {"accept_detector": true},
		"resources": [object.union(whole, facts)],
		"related": {
			"confidentiality_agreement": {one.id: one | some one in agreements},
			"vendor_contract": {one.id: one | some one in contracts},
		},
		"links": {
			"confidentiality_agreement": {"v": [one.id | some one in agreements]},
			"vendor_contract": {"v": [one.id | some one in contracts]},
		},
	}
	answer := vendor_liability.verdicts.v with input as document
}

_reason_of(agreements, contracts) := _judge({}, agreements, contracts).reason

test_pass_when_the_contracts_say_both if {
	contracts := [_contract("c", ["confidentiality"]), _contract("d", ["breach_liability"])]
	_judge({}, [], contracts) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/vendor_contract/c/clauses_present", "actual": ["confidentiality"]},
		{"field": "/vendor_contract/d/clauses_present", "actual": ["breach_liability"]},
	]}
}

test_pass_when_the_agreements_say_both if {
	_reason_of([_agreement(["duties", "liability"])], []) == "pass"
	_reason_of([_agreement(["duties", "compensation"])], []) == "pass"
}

test_fail_when_neither_says_both if {
	_judge({}, [_agreement(["duties"])], [_contract("c", ["breach_liability"])]) == {
		"verdict": "fail",
		"reason": "duty_or_liability_missing",
		"evidence": [
			{"field": "/vendor_contract/c/clauses_present", "actual": ["breach_liability"]},
			{"field": "/confidentiality_agreement/n/clauses_present", "actual": ["duties"]},
		],
	}
	over := object.union(_contract("d", ["breach_liability"]), {"in_force": false})
	_reason_of([_agreement(["liability"])], [_contract("c", ["confidentiality"]), over]) == "duty_or_liability_missing"
	with_staff := object.union(_agreement(["duties", "liability"]), {"party_type": "staff"})
	_reason_of([with_staff], [_contract("c", [])]) == "duty_or_liability_missing"
}

test_unknown_when_clauses_were_not_read if {
	_reason_of([object.remove(_agreement([]), ["clauses_source"])], []) == "terms_undecided"
	_reason_of([], [object.remove(_contract("c", []), ["clauses_present"])]) == "terms_undecided"
}

test_unknown_when_documents_are_out_of_sight if {
	_judge({"contracts_complete": false}, [_agreement([])], []).reason == "contracts_out_of_sight"
	_judge({"agreements_complete": false}, [], [_contract("c", [])]).reason == "agreements_out_of_sight"
}

test_not_applicable_without_terms if {
	_reason_of([], []) == "no_terms_in_force"
	_reason_of([object.union(_agreement([]), {"in_force": false})], []) == "no_terms_in_force"
}

test_not_applicable_without_personal_data if _judge({"processes_pi": false}, [], []).reason == "no_personal_data"

test_not_applicable_when_ended if _judge({"status": "ended"}, [], []).reason == "vendor_ended"

test_every_vendor_is_answered if {
	nothing := {"a": [], "b": []}
	document := {
		"parameters": {"accept_detector": true},
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"confidentiality_agreement": nothing, "vendor_contract": nothing},
	}
	answers := vendor_liability.verdicts with input as document
	count(answers) == 2
}
