package vendors.vendor_impact_assessment_test

import data.vendors.vendor_impact_assessment

_contract(id, days) := {"id": id, "in_force": true, "effective_from": "2026-03-01", "days_since_start": days}

_assessed := {
	"assessments_read": true,
	"was_assessed": true,
	"assessed_at": "2026-02-20",
	"days_since_assessed": 274,
}

_judge(facts, contracts) := answer if {
	document := {
		"parameters": {"law_in_force_on": "2021-11-01"},
		"resources": [object.union({"id": "v", "contracts_complete": true}, facts)],
		"related": {"vendor_contract": {id: contract | some contract in contracts; id := contract.id}},
		"links": {"vendor_contract": {"v": [contract.id | some contract in contracts]}},
	}
	answer := vendor_impact_assessment.verdicts.v with input as document
}

_reason_of(facts, contracts) := _judge(facts, contracts).reason

test_pass_when_assessed_before_the_contract if {
	_judge(_assessed, [_contract("c", 265)]) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/assessed_at", "actual": "2026-02-20"},
		{"field": "/vendor_contract/c/effective_from", "actual": "2026-03-01"},
	]}
}

test_pass_when_assessed_before_the_law if {
	early := object.union(_assessed, {"assessed_at": "2021-11-01", "days_since_assessed": 1846})
	_reason_of(early, [_contract("c", 3000)]) == "pass"
}

test_pass_when_there_is_no_contract_in_force if {
	_reason_of(_assessed, []) == "pass"
	_reason_of(_assessed, [{"id": "c", "in_force": false, "days_since_start": 900}]) == "pass"
}

test_pass_though_an_earlier_assessment_may_be_out_of_sight if {
	_reason_of(object.remove(_assessed, ["assessments_read"]), [_contract("c", 265)]) == "pass"
}

test_fail_when_assessed_too_late if {
	_judge(_assessed, [_contract("c", 275)]) == {"verdict": "fail", "reason": "assessed_too_late", "evidence": [
		{"field": "/assessed_at", "actual": "2026-02-20"},
		{"field": "/vendor_contract/c/effective_from", "actual": "2026-03-01"},
	]}
}

test_fail_when_never_assessed if {
	never := {"assessments_read": true, "was_assessed": false, "assessed_at": "none"}
	_reason_of(never, []) == "never_assessed"
}

test_unknown_when_an_earlier_assessment_may_be_out_of_sight if {
	_reason_of(object.remove(_assessed, ["assessments_read"]), [_contract("c", 275)]) == "assessment_or_start_unread"
}

test_unknown_when_assessments_were_not_read if _reason_of({}, []) == "assessment_or_start_unread"

test_unknown_when_the_start_was_not_read if {
	_reason_of(_assessed, [{"id": "c", "in_force": true}]) == "assessment_or_start_unread"
}

test_unknown_when_contracts_are_out_of_sight if {
	_reason_of(object.union(_assessed, {"contracts_complete": false}), []) == "contracts_out_of_sight"
}

test_not_applicable_without_personal_data if _reason_of({"processes_pi": false}, []) == "no_personal_data"

test_not_applicable_when_the_vendor_leaves if {
	_reason_of({"status": "offboarding"}, []) == "vendor_leaving"
	_reason_of({"status": "ended"}, []) == "vendor_leaving"
}

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"parameters": {"law_in_force_on": "2021-11-01"}, "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_impact_assessment.verdicts with input as document
	count(answers) == 2
}
