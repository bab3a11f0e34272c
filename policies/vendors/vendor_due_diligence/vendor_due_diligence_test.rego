package vendors.vendor_due_diligence_test

import data.vendors.vendor_due_diligence

_reviewed := {
	"id": "v",
	"processes_pi": true,
	"status": "active",
	"contracts_complete": true,
	"due_diligence_at": "2026-02-01",
	"days_since_due_diligence": 293,
	"due_diligence_result": "pass",
}

_contract(in_force, date, days) := {"id": "c", "in_force": in_force, "signed_at": date, "days_since_signed": days}

_answer(facts, contracts) := answer if {
	document := {
		"resources": [object.union(_reviewed, facts)],
		"related": {"vendor_contract": {id: contract | some contract in contracts; id := contract.id}},
		"links": {"vendor_contract": {"v": [contract.id | some contract in contracts]}},
	}
	answer := vendor_due_diligence.verdicts.v with input as document
}

_verdict_of(facts, contracts) := _answer(facts, contracts).verdict

_reason_of(facts, contracts) := _answer(facts, contracts).reason

_without(field, contracts) := answer.reason if {
	document := {
		"resources": [object.remove(_reviewed, [field])],
		"related": {"vendor_contract": {id: contract | some contract in contracts; id := contract.id}},
		"links": {"vendor_contract": {"v": [contract.id | some contract in contracts]}},
	}
	answer := vendor_due_diligence.verdicts.v with input as document
}

test_pass_when_signed_on_the_day_of_the_review if {
	_answer({}, [_contract(true, "2026-02-01", 293)]) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/due_diligence_at", "actual": "2026-02-01"},
		{"field": "/due_diligence_result", "actual": "pass"},
		{"field": "/vendor_contract/c/signed_at", "actual": "2026-02-01"},
	]}
}

test_pass_when_nothing_is_signed_yet if _verdict_of({"due_diligence_result": "conditional"}, []) == "pass"

test_pass_when_the_early_contract_is_over if _verdict_of({}, [_contract(false, "2024-01-01", 1055)]) == "pass"

test_pass_when_a_late_contract_is_undecided if {
	_verdict_of({}, [{"id": "c", "signed_at": "2026-02-02", "days_since_signed": 292}]) == "pass"
}

test_fail_when_never_reviewed if {
	_reason_of({"due_diligence_at": "never", "days_since_due_diligence": "never"}, []) == "review_missing"
}

test_fail_when_the_review_was_not_passed if _reason_of({"due_diligence_result": "fail"}, []) == "review_not_passed"

test_fail_when_there_is_no_result if _reason_of({"due_diligence_result": "none"}, []) == "review_not_passed"

test_fail_when_the_review_is_planned if {
	_reason_of({"due_diligence_at": "2026-11-22", "days_since_due_diligence": -1}, []) == "review_planned"
}

test_fail_when_a_contract_in_force_was_signed_before if {
	_answer({"contracts_complete": false}, [_contract(true, "2026-01-31", 294)]) == {
		"verdict": "fail",
		"reason": "signed_before_review",
		"evidence": [
			{"field": "/due_diligence_at", "actual": "2026-02-01"},
			{"field": "/vendor_contract/c/signed_at", "actual": "2026-01-31"},
		],
	}
}

test_unknown_when_contracts_are_out_of_sight if {
	_reason_of({"contracts_complete": false}, []) == "contracts_out_of_sight"
}

test_unknown_when_an_early_contract_is_undecided if {
	contract := {"id": "c", "signed_at": "2026-01-31", "days_since_signed": 294}
	_reason_of({}, [contract]) == "review_or_signature_unread"
}

test_unknown_when_the_signature_was_not_read if {
	_reason_of({}, [{"id": "c", "in_force": true}]) == "review_or_signature_unread"
}

test_unknown_when_the_review_was_not_read if {
	_without("days_since_due_diligence", []) == "review_or_signature_unread"
	_without("due_diligence_result", []) == "review_or_signature_unread"
	_without("contracts_complete", []) == "review_or_signature_unread"
}

test_not_applicable_without_personal_data if _reason_of({"processes_pi": false}, []) == "no_personal_data"

test_not_applicable_when_the_vendor_leaves if {
	_reason_of({"status": "offboarding", "due_diligence_at": "never"}, []) == "vendor_leaving"
	_reason_of({"status": "ended", "due_diligence_at": "never"}, []) == "vendor_leaving"
}

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"resources": [{"id": "a"}, {"id": "b"}], "related": {}, "links": links}
	answers := vendor_due_diligence.verdicts with input as document
	count(answers) == 2
}
