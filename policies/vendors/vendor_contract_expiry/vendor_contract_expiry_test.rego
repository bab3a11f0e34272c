package vendors.vendor_contract_expiry_test

import data.vendors.vendor_contract_expiry

_contract(id, end, days) := {
	"id": id,
	"in_force": true,
	"auto_renew": false,
	"effective_to": end,
	"days_to_end": days,
	"days_since_signed": 300,
	"days_since_start": 300,
	"judged_notice_days": 0,
}

_ending := _contract("c", "2026-12-11", 20)

_next(start) := object.union(_contract("d", "2027-12-11", 385), {
	"in_force": false,
	"days_since_signed": 1,
	"days_since_start": start,
})

_answer(vendor, contracts) := answer if {
	whole := {"id": "v", "processes_pi": true, "status": "active", "contracts_complete": true}
	document := {
		"parameters": {"warn_days": 60},
		"resources": [object.union(whole, vendor)],
		"related": {"vendor_contract": {id: contract | some contract in contracts; id := contract.id}},
		"links": {"vendor_contract": {"v": [contract.id | some contract in contracts]}},
	}
	answer := vendor_contract_expiry.verdicts.v with input as document
}

_reason_of(contracts) := _answer({}, contracts).reason

test_pass_when_it_ends_after_the_warning_time if {
	_answer({"contracts_complete": false}, [_contract("c", "2027-01-21", 61)]) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{"field": "/vendor_contract/c/effective_to", "actual": "2027-01-21"}],
	}
}

test_pass_when_open_ended if _reason_of([_contract("c", "open_ended", "open_ended")]) == "pass"

test_pass_when_it_renews_by_itself if {
	renewing := object.union(_ending, {"auto_renew": true})
	_reason_of([renewing]) == "pass"
	evidence := _answer({}, [object.remove(renewing, ["effective_to", "days_to_end"])]).evidence
	evidence[0].actual == "renews by itself"
}

test_pass_when_a_signed_contract_follows_the_next_day if _reason_of([_ending, _next(-21)]) == "pass"

test_unknown_when_a_notice_period_could_not_be_read if {
	_reason_of([object.remove(_contract("c", "2027-01-21", 61), ["judged_notice_days"])]) == "term_unread"
}

test_fail_when_it_ends_soon_whatever_the_notice_period if {
	_reason_of([object.remove(_ending, ["judged_notice_days"])]) == "cover_ends"
}

test_fail_when_it_ends_at_the_warning_time if {
	_answer({}, [_contract("c", "2027-01-20", 60)]) == {"verdict": "fail", "reason": "cover_ends", "evidence": [{
		"field": "/vendor_contract/c/days_to_end",
		"actual": 60,
		"expected": 61,
	}]}
}

test_fail_when_notice_has_to_be_given_before if {
	ending := object.union(_contract("c", "2027-01-30", 70), {"judged_notice_days": 90})
	_answer({}, [ending]).evidence[0].expected == 91
}

test_fail_shows_the_contract_that_lasts_longest if {
	evidence := _answer({}, [_contract("b", "2026-12-01", 10), _ending]).evidence
	[item.field | some item in evidence] == ["/vendor_contract/c/days_to_end"]
}

test_fail_when_the_next_contract_leaves_a_gap if _reason_of([_ending, _next(-22)]) == "cover_ends"

test_fail_when_the_next_contract_is_not_signed if {
	_reason_of([_ending, object.union(_next(-21), {"days_since_signed": "none"})]) == "cover_ends"
	_reason_of([_ending, object.union(_next(-21), {"days_since_signed": -1})]) == "cover_ends"
}

test_fail_when_the_next_contract_ends_soon if {
	_reason_of([_ending, object.union(_next(-21), {"days_to_end": 50})]) == "cover_ends"
}

test_unknown_when_renewal_was_not_read if _reason_of([object.remove(_ending, ["auto_renew"])]) == "term_unread"

test_unknown_when_the_end_was_not_read if _reason_of([object.remove(_ending, ["days_to_end"])]) == "term_unread"

test_unknown_when_the_next_contracts_signature_was_not_read if {
	_reason_of([_ending, object.remove(_next(-21), ["days_since_signed"])]) == "term_unread"
}

test_unknown_when_the_next_contracts_begin_was_not_read if {
	_reason_of([_ending, object.remove(_next(-21), ["days_since_start"])]) == "term_unread"
}

test_unknown_when_a_contract_is_undecided if {
	_reason_of([_ending, object.remove(_contract("d", "open_ended", "open_ended"), ["in_force"])]) == "pass"
	unsigned := object.remove(_contract("d", "open_ended", "open_ended"), ["in_force", "days_since_signed"])
	_reason_of([_ending, unsigned]) == "term_unread"
	_reason_of([unsigned]) == "term_unread"
}

test_unknown_when_contracts_are_out_of_sight if {
	_answer({"contracts_complete": false}, [_ending]).reason == "contracts_out_of_sight"
}

test_not_applicable_without_personal_data if _answer({"processes_pi": false}, []).reason == "no_personal_data"

test_not_applicable_when_the_vendor_leaves if {
	_answer({"status": "offboarding"}, [_ending]).reason == "vendor_leaving"
	_answer({"status": "ended"}, []).reason == "vendor_leaving"
}

test_not_applicable_when_no_contract_is_in_force if _reason_of([]) == "no_contract_in_force"

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"parameters": {"warn_days": 60}, "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_contract_expiry.verdicts with input as document
	count(answers) == 2
}
