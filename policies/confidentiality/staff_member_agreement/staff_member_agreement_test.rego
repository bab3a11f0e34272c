package confidentiality.staff_member_agreement_test

import data.confidentiality.staff_member_agreement

_answer(person, agreements) := answer if {
	document := {
		"resources": [object.union({"id": "p", "agreements_complete": true}, person)],
		"related": {"confidentiality_agreement": agreements},
		"links": {"confidentiality_agreement": {"p": [id | some id, _ in agreements]}},
	}
	answer := staff_member_agreement.verdicts.p with input as document
}

_reason_of(person, agreements) := _answer(person, agreements).reason

_with(facts) := _reason_of({}, {"n": object.union({"id": "n", "party_type": "staff"}, facts)})

_signed := {
	"id": "s",
	"party_type": "staff",
	"signed_at": "2026-01-01",
	"effective_to": "open_ended",
	"in_force": true,
}

_unsigned := {"id": "u", "party_type": "staff", "signed_at": "none", "in_force": false}

test_pass_when_one_agreement_is_in_force if {
	_answer({"agreements_complete": false}, {"s": _signed, "u": _unsigned}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [
			{"field": "/confidentiality_agreement/s/signed_at", "actual": "2026-01-01"},
			{"field": "/confidentiality_agreement/s/effective_to", "actual": "open_ended"},
		],
	}
}

test_fail_when_none_is_registered if {
	_answer({}, {}) == {"verdict": "fail", "reason": "no_agreement", "evidence": [{
		"field": "/confidentiality_agreement",
		"actual": "none",
	}]}
}

test_fail_when_none_is_in_force if {
	_answer({}, {"u": _unsigned}).evidence == [{
		"field": "/confidentiality_agreement/u/signed_at",
		"actual": "none",
	}]
	_with({"in_force": false}) == "none_in_force"
	_with({"party_type": "vendor", "in_force": true}) == "none_in_force"
}

test_fail_when_applicability_was_not_read if _reason_of({"status": "active"}, {}) == "no_agreement"

test_unknown_when_the_register_is_partial if {
	_reason_of({"agreements_complete": false}, {}) == "agreements_out_of_sight"
	_reason_of({"agreements_complete": false}, {"u": _unsigned}) == "agreements_out_of_sight"
}

test_unknown_when_the_terms_were_not_read if {
	_with({"signed_at": "2026-01-01"}) == "terms_unread"
	_reason_of({}, {"u": _unsigned, "x": {"id": "x", "party_type": "staff"}}) == "terms_unread"
	_reason_of({}, {"x": {"id": "x", "in_force": true}}) == "terms_unread"
}

test_not_applicable_when_not_at_work if {
	_reason_of({"status": "leave"}, {}) == "not_at_work"
	_reason_of({"status": "left"}, {}) == "not_at_work"
}

test_not_applicable_when_no_customer_data_is_reached if {
	_reason_of({"status": "active", "handles_pi": false}, {}) == "no_customer_data"
}

test_every_person_is_answered if {
	document := {"resources": [{"id": "a"}, {"id": "b"}], "links": {"confidentiality_agreement": {"a": [], "b": []}}}
	answers := staff_member_agreement.verdicts with input as document
	count(answers) == 2
}
