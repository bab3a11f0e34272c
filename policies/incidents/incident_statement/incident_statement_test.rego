package incidents.incident_statement_test

import data.incidents.incident_statement

_parameters := {"max_days": 7, "progress_days": 30, "lookback_days": 1095}

# Detected on day 20700, which is 2026-09-04, with statement and progress on the days, judged on another.
_incident(statement, progress, today) := {
	"id": "i",
	"is_pi_breach": true,
	"public_statement_needed": "yes",
	"detected_day": 20700,
	"as_of_day": today,
	"statement_day": statement,
	"statements_settled": true,
	"follow_up_day": progress,
	"days_since_resolved": "none",
	"notifications_complete": true,
}

_answer(incident) := answer if {
	document := {"parameters": _parameters, "resources": [incident]}
	answer := incident_statement.verdicts.i with input as document
}

_reason_of(statement, progress, today, facts) := answer.reason if {
	answer := _answer(object.union(_incident(statement, progress, today), facts))
}

_partial := {"statements_settled": false, "notifications_complete": false}

test_pass_when_stated_and_followed_up if {
	answer := _answer(_incident(20707, 20737, 20778))
	answer.evidence == [{"field": "/statement", "actual": "2026-09-11", "expected": "<= 7 days"}]
	_reason_of(20707, 20730, 20778, _partial) == "pass"
}

test_fail_when_stated_late_or_never if {
	_reason_of(20708, 20730, 20778, {}) == "not_stated_in_time"
	_reason_of("none", "none", 20708, {"public_statement_needed": "undecided"}) == "not_stated_in_time"
}

test_fail_when_not_followed_up if {
	_reason_of(20707, 20738, 20778, {}) == "not_followed_up"
	answer := _answer(_incident(20707, "none", 20738))
	answer.evidence == [{"field": "/follow_up", "actual": "none", "expected": "<= 30 days"}]
}

test_not_applicable_until_due if {
	_answer(_incident("none", "none", 20707)).evidence == [{"field": "/due_until", "actual": "2026-09-11"}]
	answer := _answer(_incident(20707, "none", 20737))
	answer.reason == "follow_up_due"
	answer.evidence == [{"field": "/due_until", "actual": "2026-10-11"}]
}

test_not_applicable_without_personal_data if {
	_reason_of("none", "none", 20778, {"is_pi_breach": false}) == "no_personal_data"
}

test_not_applicable_when_not_needed if {
	_reason_of("none", "none", 20778, {"public_statement_needed": "no"}) == "no_statement_needed"
}

test_not_applicable_when_resolved_long_ago if {
	_reason_of("none", "none", 20778, {"days_since_resolved": 1096}) == "resolved_long_ago"
}

test_unknown_when_the_register_is_partial if {
	_reason_of(20707, 20737, 20778, _partial) == "notifications_out_of_sight"
}

test_unknown_when_the_decision_was_not_read if {
	_answer(object.remove(_incident("none", "none", 20778), ["public_statement_needed"])).reason == "statement_unread"
}

test_every_incident_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := incident_statement.verdicts with input as document
	count(answers) == 2
}
