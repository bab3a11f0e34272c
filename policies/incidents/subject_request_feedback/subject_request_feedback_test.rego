package incidents.subject_request_feedback_test

import data.incidents.subject_request_feedback

_parameters := {"max_days": 15, "lookback_days": 1095}

# Received so many days before 2026-11-21, day 20778, and answered on a day.
_request(days, closed_day) := {
	"id": "i",
	"kind": "incident_feedback",
	"as_of_day": 20778,
	"received_day": 20778 - days,
	"closed_at": "2026-11-20",
	"closed_day": closed_day,
	"led_to_change": false,
}

_answer(request) := answer if {
	document := {"parameters": _parameters, "resources": [request]}
	answer := subject_request_feedback.verdicts.i with input as document
}

_reason_of(days, closed_day) := _answer(_request(days, closed_day)).reason

test_pass_when_answered_in_time if {
	answer := _answer(_request(20, 20773))
	answer.verdict == "pass"
	answer.evidence == [{"field": "/closed_at", "actual": "2026-11-20", "expected": "<= 15 days"}]
}

test_fail_when_answered_late_never_or_before_it_came_in if {
	_reason_of(20, 20774) == "not_answered_in_time"
	_reason_of(16, "none") == "not_answered_in_time"
	_reason_of(20, 20757) == "not_answered_in_time"
}

test_not_applicable_until_due if {
	answer := _answer(_request(15, "none"))
	answer.reason == "due"
	answer.evidence == [{"field": "/due_until", "actual": "2026-11-21"}]
}

test_not_applicable_when_no_feedback if {
	_answer(object.union(_request(20, "none"), {"kind": "access"})).reason == "no_feedback"
}

test_not_applicable_when_closed_long_ago if _reason_of(1200, 19682) == "closed_long_ago"

test_unknown_when_a_fact_was_not_read if {
	fields := ["received_day", "closed_day", "led_to_change"]
	{_answer(object.remove(_request(20, 20773), [field])).reason | some field in fields} == {"feedback_unread"}
}

test_every_request_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := subject_request_feedback.verdicts with input as document
	count(answers) == 2
}
