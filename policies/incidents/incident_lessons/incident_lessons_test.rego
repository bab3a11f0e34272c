package incidents.incident_lessons_test

import data.incidents.incident_lessons

_parameters := {"max_days": 30, "change_days": 92, "lookback_days": 1095}

# Resolved so many days before 2026-11-21, day 20778, and reviewed so many days after that.
_incident(days, review, is_changed) := {
	"id": "i",
	"severity": "larger",
	"is_pi_breach": true,
	"as_of_day": 20778,
	"detected_day": 20778 - (days + 10),
	"resolved_day": 20778 - days,
	"days_since_resolved": days,
	"lessons_reviewed_at": "2026-09-01",
	"review_day": (20778 - days) + review,
	"is_changed": is_changed,
}

_answer(incident) := answer if {
	document := {"parameters": _parameters, "resources": [incident]}
	answer := incident_lessons.verdicts.i with input as document
}

_reason_of(days, review, is_changed) := _answer(_incident(days, review, is_changed)).reason

_with(facts) := _answer(object.union(_incident(40, 20, false), facts)).reason

test_pass_when_reviewed_and_changed if {
	answer := _answer(_incident(100, 30, true))
	answer.evidence == [{"field": "/lessons_reviewed_at", "actual": "2026-09-01", "expected": "<= 30 days"}]
	_reason_of(100, -10, true) == "pass"
}

test_fail_when_reviewed_late_never_or_before_detection if {
	_reason_of(100, 31, true) == "not_reviewed_in_time"
	_reason_of(100, -11, true) == "not_reviewed_in_time"
	_with({"review_day": "none"}) == "not_reviewed_in_time"
}

test_fail_when_nothing_changed if _reason_of(93, 20, false) == "nothing_changed"

test_not_applicable_until_due if {
	review := _answer(object.union(_incident(30, 0, false), {"review_day": "none"}))
	review.reason == "due"
	review.evidence == [{"field": "/due_until", "actual": "2026-11-21"}]
	_reason_of(92, 20, false) == "change_due"
}

test_not_applicable_when_not_resolved if _with({"resolved_day": "none"}) == "not_resolved"

test_not_applicable_when_minor if _with({"severity": "general", "is_pi_breach": false}) == "minor"

test_not_applicable_when_resolved_long_ago if _reason_of(1096, 20, false) == "resolved_long_ago"

test_unknown_when_a_fact_was_not_read if {
	fields := ["resolved_day", "detected_day", "review_day", "is_changed"]
	{_answer(object.remove(_incident(100, 20, true), [field])).reason | some field in fields} == {"lessons_unread"}
}

test_every_incident_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := incident_lessons.verdicts with input as document
	count(answers) == 2
}
