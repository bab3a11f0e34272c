package vendors.vendor_contract_in_force_test

import data.vendors.vendor_contract_in_force

_leaving := {"status": "offboarding", "days_since_end": 1}

_over := {"id": "c", "in_force": false, "days_to_end": -30, "deletion_period_days": 30}

_answer(facts, contracts) := answer if {
	whole := {"id": "v", "processes_pi": true, "status": "active", "contracts_complete": true, "as_of_day": 20778}
	document := {
		"resources": [object.union(whole, facts)],
		"related": {"vendor_contract": {id: contract | some contract in contracts; id := contract.id}},
		"links": {"vendor_contract": {"v": [contract.id | some contract in contracts]}},
	}
	answer := vendor_contract_in_force.verdicts.v with input as document
}

_reason_of(facts, contracts) := _answer(facts, contracts).reason

test_pass_when_one_is_in_force if {
	contracts := [{"id": "c", "in_force": true}, {"id": "d", "in_force": false}, {"id": "e"}]
	_answer({"contracts_complete": false}, contracts) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/vendor_contract/c/in_force",
		"actual": true,
		"expected": true,
	}]}
}

test_fail_when_there_is_no_contract if {
	_answer({}, []) == {"verdict": "fail", "reason": "no_contract", "evidence": [{
		"field": "/contracts_complete",
		"actual": true,
	}]}
}

test_fail_when_none_is_in_force if {
	_answer({}, [_over]) == {"verdict": "fail", "reason": "none_in_force", "evidence": [{
		"field": "/vendor_contract/c/in_force",
		"actual": false,
		"expected": true,
	}]}
}

test_fail_when_applicability_was_not_read if {
	document := {"resources": [{"id": "v", "contracts_complete": true}], "links": {"vendor_contract": {"v": []}}}
	vendor_contract_in_force.verdicts.v.verdict == "fail" with input as document
}

test_fail_when_the_time_to_delete_is_over if {
	_reason_of(_leaving, [object.union(_over, {"days_to_end": -31})]) == "none_in_force"
}

test_fail_when_the_contract_sets_no_time_to_delete if {
	_reason_of(_leaving, [object.union(_over, {"deletion_period_days": "indefinite"})]) == "none_in_force"
	_reason_of(_leaving, [object.remove(_over, ["deletion_period_days"])]) == "none_in_force"
}

test_fail_when_the_vendor_leaves_today_or_at_no_date if {
	_reason_of({"status": "offboarding", "days_since_end": 0}, [_over]) == "none_in_force"
	_reason_of({"status": "offboarding", "days_since_end": "none"}, [_over]) == "none_in_force"
	_reason_of({"status": "active", "days_since_end": 1}, [_over]) == "none_in_force"
}

test_fail_when_only_an_unsigned_contract_sets_a_time_to_delete if {
	unsigned := {"id": "c", "in_force": false, "days_to_end": 10, "deletion_period_days": 30}
	_reason_of(_leaving, [unsigned]) == "none_in_force"
	_reason_of(_leaving, [object.union(unsigned, {"days_to_end": "open_ended"})]) == "none_in_force"
}

test_unknown_when_contracts_are_out_of_sight if {
	_reason_of({"contracts_complete": false}, []) == "contracts_out_of_sight"
	_reason_of(object.union(_leaving, {"contracts_complete": false}), [_over]) == "contracts_out_of_sight"
}

test_unknown_when_a_contract_is_undecided if _reason_of({}, [_over, {"id": "d"}]) == "dates_unread"

test_not_applicable_without_personal_data if _reason_of({"processes_pi": false}, []) == "no_personal_data"

test_not_applicable_when_ended if _reason_of({"status": "ended"}, []) == "vendor_ended"

test_not_applicable_while_deletion_is_due if {
	_answer(_leaving, [_over]) == {"verdict": "not_applicable", "reason": "deletion_due", "evidence": [{
		"field": "/due_until",
		"actual": "2026-11-21",
	}]}
}

test_not_applicable_until_the_latest_day_to_delete if {
	later := {"id": "d", "in_force": false, "days_to_end": -1, "deletion_period_days": 11}
	_answer(_leaving, [_over, later]).evidence[0].actual == "2026-12-01"
}

test_every_vendor_is_answered if {
	document := {"resources": [{"id": "a"}, {"id": "b"}], "links": {"vendor_contract": {"a": [], "b": []}}}
	answers := vendor_contract_in_force.verdicts with input as document
	count(answers) == 2
}

test_fail_shows_the_terms if {
	unsigned := {"id": "c", "in_force": false, "signed_at": "none", "effective_from": "2026-01-01"}
	_answer({}, [unsigned]).evidence == [
		{"field": "/vendor_contract/c/in_force", "actual": false, "expected": true},
		{"field": "/vendor_contract/c/signed_at", "actual": "none"},
		{"field": "/vendor_contract/c/effective_from", "actual": "2026-01-01"},
	]
}
