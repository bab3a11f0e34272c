package confidentiality.access_grant_agreement_test

import data.confidentiality.access_grant_agreement

_grant := {
	"id": "g",
	"principal_type": "account",
	"principal_id": "a",
	"granted_at": "2026-03-01",
	"days_since_granted": 265,
}

_agreement := {
	"id": "n",
	"party_type": "staff",
	"signed_at": "2026-03-01",
	"days_since_signed": 265,
	"days_since_end": "open_ended",
}

_judge(grant, account, person, agreements, complete) := answer if {
	document := {
		"parameters": {"baseline_on": "2026-01-01"},
		"resources": [object.union(_grant, grant)],
		"related": {
			"identity_account": {"a": account},
			"staff_member": {"s": person},
			"confidentiality_agreement": {one.id: one | some one in agreements},
		},
		"links": {"confidentiality_agreement": {"a": [one.id | some one in agreements]}},
		"complete": {"confidentiality_agreement": complete},
	}
	answer := access_grant_agreement.verdicts.g with input as document
}

_of_person := {"id": "a", "staff_id": "s"}

_with(grant, agreements) := _judge(grant, _of_person, {}, agreements, true).reason

_signed(facts) := _with({}, [object.union(_agreement, facts)])

test_pass_when_an_agreement_was_in_force if {
	_judge({}, _of_person, {}, [_agreement], false) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/granted_at", "actual": "2026-03-01"},
		{"field": "/confidentiality_agreement/n/signed_at", "actual": "2026-03-01"},
	]}
}

test_pass_when_it_ended_on_that_day if _signed({"days_since_signed": 400, "days_since_end": 265}) == "pass"

test_fail_when_all_agreements_of_the_person_are_in_sight if {
	later := object.union(_agreement, {"days_since_signed": 264})
	_judge({}, _of_person, {"agreements_complete": true}, [later], false).reason == "not_signed_by_then"
}

test_fail_when_signed_later if {
	_signed({"days_since_signed": 264}) == "not_signed_by_then"
	draft := object.union(_agreement, {"id": "m", "days_since_signed": "none"})
	_with({}, [draft, object.union(_agreement, {"days_since_signed": 264})]) == "not_signed_by_then"
}

test_fail_when_it_was_over_by_then if _signed({"days_since_end": 266}) == "not_signed_by_then"

test_fail_when_never_signed if {
	_with({"granted_at": "unknown", "days_since_granted": "unknown"}, []) == "never_signed"
	_signed({"days_since_signed": "none"}) == "never_signed"
	_signed({"party_type": "vendor"}) == "never_signed"
}

test_unknown_when_the_day_of_the_grant_is_not_known if {
	_with({"granted_at": "unknown", "days_since_granted": "unknown"}, [_agreement]) == "person_or_dates_unread"
}

test_unknown_when_the_account_was_not_read if {
	_judge({"principal_id": "gone"}, _of_person, {}, [], true).reason == "person_or_dates_unread"
	_judge({}, {"id": "a"}, {}, [], true).reason == "person_or_dates_unread"
}

test_unknown_when_agreements_are_out_of_sight if {
	_judge({}, _of_person, {}, [], false).reason == "agreements_out_of_sight"
}

test_not_applicable_to_other_levels if _with({"data_level": "internal"}, []) == "other_level"

test_not_applicable_to_other_principals if _with({"principal_type": "group"}, []) == "no_account"

test_not_applicable_without_a_person if {
	_judge({}, {"id": "a", "staff_id": "none"}, {}, [], true).reason == "no_person"
}

test_not_applicable_when_the_person_left if {
	_judge({}, _of_person, {"status": "left"}, [], true).reason == "person_left"
}

test_not_applicable_before_the_baseline if {
	_with({"granted_at": "2025-12-31", "days_since_granted": 325}, []) == "before_the_baseline"
}

test_every_grant_is_answered if {
	document := {
		"parameters": {"baseline_on": "2026-01-01"},
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"confidentiality_agreement": {}},
		"complete": {"confidentiality_agreement": true},
	}
	answers := access_grant_agreement.verdicts with input as document
	count(answers) == 2
}
