package vendors.vendor_audit_right_test

import data.vendors.vendor_audit_right

_parameters := {"accepted": ["full", "limited", "report_only"], "accepted_sensitive": ["full", "limited"]}

_contract(id, right) := {
	"id": id,
	"in_force": true,
	"audit_right": right,
	"superseded_by": [],
	"may_be_superseded_by": [],
}

_amended(contract) := object.union(contract, {"superseded_by": ["more"], "may_be_superseded_by": ["more"]})

_judge(vendor, contracts) := answer if {
	document := {
		"parameters": _parameters,
		"resources": [object.union({"id": "v", "contracts_complete": true}, vendor)],
		"related": {"vendor_contract": {id: contract | some contract in contracts; id := contract.id}},
		"links": {"vendor_contract": {"v": [contract.id | some contract in contracts]}},
	}
	answer := vendor_audit_right.verdicts.v with input as document
}

_reason_of(contracts) := _judge({"data_levels": ["personal"]}, contracts).reason

_for(levels, right) := _judge({"data_levels": levels}, [_contract("a", right)]).verdict

test_pass_when_the_right_is_accepted if {
	_judge({"data_levels": ["personal"]}, [_contract("a", "report_only")]) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{
			"field": "/vendor_contract/a/audit_right",
			"actual": "report_only",
			"expected": ["full", "limited", "report_only"],
		}],
	}
}

test_pass_when_an_amendment_gives_the_right if {
	_reason_of([_amended(_contract("base", "absent")), _contract("more", "full")]) == "pass"
	_reason_of([_amended(_contract("base", "excluded")), _contract("more", "full")]) == "pass"
}

test_fail_when_excluded if {
	_judge({}, [_contract("a", "excluded"), _contract("b", "full")]) == {
		"verdict": "fail",
		"reason": "audit_excluded",
		"evidence": [{
			"field": "/vendor_contract/a/audit_right",
			"actual": "excluded",
			"expected": ["full", "limited"],
		}],
	}
}

test_fail_when_reports_are_all_for_sensitive_data if {
	_for(["internal", "sensitive"], "report_only") == "fail"
	_for(["important"], "report_only") == "fail"
	_judge({"data_levels": ["important"]}, [_contract("a", "report_only")]).reason == "audit_not_enough"
}

test_while_levels_are_unread_only_what_is_enough_for_all_passes if {
	_judge({}, [_contract("a", "limited")]).verdict == "pass"
	_judge({}, [_contract("a", "report_only")]).reason == "audit_right_undecided"
}

test_unknown_when_the_amendments_right_was_not_read if {
	more := object.remove(_contract("more", "full"), ["audit_right"])
	_reason_of([_amended(_contract("base", "excluded")), more]) == "audit_right_undecided"
}

test_unknown_when_the_worse_contract_is_undecided if {
	worse := object.remove(_contract("b", "excluded"), ["in_force"])
	_reason_of([_contract("a", "full"), worse]) == "audit_right_undecided"
}

test_unknown_when_contracts_are_out_of_sight if {
	_judge({"contracts_complete": false}, [_contract("a", "full")]).reason == "contracts_out_of_sight"
	_judge({"contracts_complete": false}, [_contract("a", "excluded")]).reason == "contracts_out_of_sight"
	_judge({"contracts_complete": false}, [_contract("a", "absent")]).reason == "contracts_out_of_sight"
}

test_a_right_that_an_amendment_takes_out_is_none if {
	_reason_of([object.union(_contract("a", "full"), {"clauses_struck": ["supervision_audit"]})]) == "contracts_silent"
}

test_unknown_when_an_amendment_may_take_the_right_out if {
	doubtful := object.union(_contract("a", "full"), {"clauses_in_doubt": ["supervision_audit"]})
	_reason_of([doubtful]) == "audit_right_undecided"
}

test_not_applicable_when_all_are_silent if {
	over := object.union(_contract("b", "excluded"), {"in_force": false})
	_reason_of([_contract("a", "absent"), over]) == "contracts_silent"
}

test_not_applicable_without_personal_data if _judge({"processes_pi": false}, []).reason == "no_personal_data"

test_not_applicable_when_ended if _judge({"status": "ended"}, []).reason == "vendor_ended"

test_not_applicable_when_no_contract_is_in_force if _reason_of([]) == "no_contract_in_force"

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_audit_right.verdicts with input as document
	count(answers) == 2
}
