package vendors.vendor_supervision_test

import data.vendors.vendor_supervision

_never := {
	"id": "v",
	"processes_pi": true,
	"status": "active",
	"as_of_day": 20778,
	"contracts_complete": true,
	"last_monitored_at": "never",
	"days_since_monitored": "never",
	"open_findings_overdue": 0,
}

_reviewed(date, days) := object.union(_never, {"last_monitored_at": date, "days_since_monitored": days})

_since(id, start, days) := {"id": id, "in_force": true, "effective_from": start, "days_since_start": days}

_answer(vendor, contracts) := answer if {
	document := {
		"parameters": {"max_days": 365},
		"resources": [vendor],
		"related": {"vendor_contract": {id: contract | some contract in contracts; id := contract.id}},
		"links": {"vendor_contract": {"v": [contract.id | some contract in contracts]}},
	}
	answer := vendor_supervision.verdicts.v with input as document
}

_reason_of(vendor, contracts) := _answer(vendor, contracts).reason

_when(facts, contracts) := _reason_of(object.union(_never, facts), contracts)

test_pass_when_reviewed_in_time if {
	_answer(_reviewed("2025-11-21", 365), []) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/last_monitored_at", "actual": "2025-11-21"},
		{"field": "/days_since_monitored", "actual": 365, "expected": 365},
		{"field": "/open_findings_overdue", "actual": 0, "expected": 0},
	]}
}

test_fail_when_reviewed_too_long_ago if _reason_of(_reviewed("2025-11-20", 366), []) == "review_too_old"

test_fail_when_the_review_is_old_and_findings_were_not_read if {
	_reason_of(object.remove(_reviewed("2025-10-17", 400), ["open_findings_overdue"]), []) == "review_too_old"
}

test_fail_when_a_finding_is_overdue if {
	answer := _answer(object.union(_reviewed("2026-11-20", 1), {"open_findings_overdue": 1}), [])
	answer.reason == "findings_overdue"
	answer.evidence == [{"field": "/open_findings_overdue", "actual": 1, "expected": 0}]
}

test_fail_when_never_reviewed_under_an_old_contract if {
	_answer(_never, [_since("c", "2025-11-20", 366), _since("d", "2026-08-13", 100)]) == {
		"verdict": "fail",
		"reason": "never_reviewed",
		"evidence": [
			{"field": "/last_monitored_at", "actual": "never"},
			{"field": "/vendor_contract/c/effective_from", "actual": "2025-11-20"},
		],
	}
}

test_fail_when_never_reviewed_without_contract if {
	_reason_of(_never, []) == "never_reviewed_without_contract"
	_reason_of(_never, [{"id": "c", "in_force": false}]) == "never_reviewed_without_contract"
}

test_unknown_when_the_review_lies_ahead if _reason_of(_reviewed("2026-11-22", -1), []) == "supervision_unread"

test_unknown_when_the_review_was_not_read if {
	_reason_of(object.remove(_never, ["last_monitored_at", "days_since_monitored"]), []) == "supervision_unread"
}

test_unknown_when_findings_were_not_read if {
	_reason_of(object.remove(_reviewed("2026-11-20", 1), ["open_findings_overdue"]), []) == "supervision_unread"
	vendor := object.remove(_never, ["open_findings_overdue"])
	_reason_of(vendor, [_since("c", "2026-08-13", 100)]) == "supervision_unread"
}

test_unknown_when_a_begin_was_not_read if _reason_of(_never, [{"id": "c", "in_force": true}]) == "supervision_unread"

test_unknown_when_an_old_contract_is_undecided if {
	contract := {"id": "c", "days_since_start": 400}
	_reason_of(_never, [contract]) == "supervision_unread"
	_reason_of(_never, [contract, _since("d", "2026-08-13", 100)]) == "supervision_unread"
}

test_unknown_when_contracts_are_out_of_sight if {
	_when({"contracts_complete": false}, [_since("c", "2026-08-13", 100)]) == "contracts_out_of_sight"
	_when({"contracts_complete": false}, [_since("c", "2025-08-13", 465)]) == "contracts_out_of_sight"
}

test_not_applicable_while_the_first_review_is_due if {
	contracts := [_since("c", "2026-08-13", 100), _since("d", "2026-09-13", 69), {"id": "e", "in_force": false}]
	_answer(_never, contracts) == {"verdict": "not_applicable", "reason": "first_review_due", "evidence": [{
		"field": "/due_until",
		"actual": "2027-08-13",
	}]}
}

test_not_applicable_on_the_last_day_of_the_first_review if {
	_answer(_never, [_since("c", "2025-11-21", 365)]).evidence[0].actual == "2026-11-21"
}

test_not_applicable_without_personal_data if _when({"processes_pi": false}, []) == "no_personal_data"

test_not_applicable_when_the_vendor_leaves if {
	_when({"status": "offboarding"}, []) == "vendor_leaving"
	_when({"status": "ended"}, []) == "vendor_leaving"
}

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"parameters": {"max_days": 365}, "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_supervision.verdicts with input as document
	count(answers) == 2
}
