package incidents.corrective_action_verified_test

import data.incidents.corrective_action_verified

_parameters := {"verify_days": 30, "lookback_days": 365}

# Closed so many days before 2026-11-21, day 20778, and verified so many days after that.
_action(days, facts) := object.union(
	{
		"id": "i",
		"category": "encryption",
		"as_of_day": 20778,
		"closed_day": 20778 - days,
		"verified_at": "2026-11-01",
		"verified_day": (20778 - days) + 5,
		"verification_result": "passed",
		"is_verified_by_check": true,
		"is_verified_by_other_person": false,
	},
	facts,
)

_answer(action) := answer if {
	document := {"parameters": _parameters, "resources": [action]}
	answer := corrective_action_verified.verdicts.i with input as document
}

_reason_of(days, facts) := _answer(_action(days, facts)).reason

_by_person := {"is_verified_by_check": false, "is_verified_by_other_person": true}

_by_owner := {"category": "policy", "is_verified_by_check": false}

test_pass_when_a_check_proves_it if {
	evidence := [{"field": "/verification_result", "actual": "passed", "expected": "passed"}]
	_answer(_action(40, {})) == {"verdict": "pass", "reason": "pass", "evidence": evidence}
}

test_pass_when_another_person_verified_what_no_check_sees if {
	_reason_of(40, object.union(_by_person, {"category": "policy"})) == "pass"
}

test_fail_when_the_verification_failed if _reason_of(2, {"verification_result": "failed"}) == "verification_failed"

test_fail_when_verified_late_never_or_too_early if {
	_reason_of(40, {"verified_day": 20769}) == "not_verified_in_time"
	_reason_of(40, {"verified_day": 20737}) == "not_verified_in_time"
	_reason_of(31, {"verified_day": "none"}) == "not_verified_in_time"
}

test_fail_when_there_is_no_result if _reason_of(40, {"verification_result": "none"}) == "no_result"

test_fail_when_nobody_fit_verified_it if {
	_reason_of(40, _by_person) == "not_verified_by_a_check"
	_reason_of(40, _by_owner) == "not_verified_by_another"
}

test_not_applicable_until_due if {
	answer := _answer(_action(30, {"verified_day": "none"}))
	answer.reason == "due"
	answer.evidence == [{"field": "/due_until", "actual": "2026-11-21"}]
	_reason_of(30, _by_owner) == "due"
}

test_not_applicable_when_not_closed if _reason_of(0, {"closed_day": "none"}) == "not_closed"

test_not_applicable_when_verified_long_ago if _reason_of(371, {}) == "verified_long_ago"

test_unknown_when_a_fact_was_not_read if {
	fields := ["category", "closed_day", "verified_day", "verification_result", "is_verified_by_check"]
	{_answer(object.remove(_action(40, {}), [field])).reason | some field in fields} == {"verification_unread"}
}

test_every_action_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := corrective_action_verified.verdicts with input as document
	count(answers) == 2
}
