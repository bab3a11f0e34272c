package incidents.incident_assessment_time_test

import data.incidents.incident_assessment_time

_parameters := {"max_hours": 1, "skew_minutes": 15, "lookback_days": 1095}

_incident(age, minutes) := {
	"id": "i",
	"is_pi_breach": true,
	"days_since_resolved": "none",
	"assessed_at": "2026-11-10T10:05:00+08:00",
	"assessed_minutes_at_least": minutes,
	"assessed_minutes_at_most": minutes,
	"age_minutes_at_least": age,
	"age_minutes_at_most": age,
	"detected_minute": 29905025,
	"detected_offset": "+08:00",
}

_answer(incident) := answer if {
	document := {"parameters": _parameters, "resources": [incident]}
	answer := incident_assessment_time.verdicts.i with input as document
}

_reason_of(age, minutes, facts) := _answer(object.union(_incident(age, minutes), facts)).reason

test_pass_when_assessed_in_time if {
	evidence := {"field": "/assessed_at", "actual": "2026-11-10T10:05:00+08:00", "expected": "<= 1 h"}
	_answer(_incident(9000, 60)) == {"verdict": "pass", "reason": "pass", "evidence": [evidence]}
	_reason_of(9000, -15, {}) == "pass"
}

test_fail_when_late_never_or_before_detection if {
	_reason_of(9000, 61, {}) == "not_assessed_in_time"
	_reason_of(9000, "none", {"assessed_at": "none"}) == "not_assessed_in_time"
	_reason_of(9000, -16, {}) == "not_assessed_in_time"
}

test_not_applicable_until_due if {
	answer := _answer(_incident(60, "none"))
	answer.reason == "due"
	answer.evidence == [{"field": "/due_until", "actual": "2026-11-10 10:05 +08:00"}]
}

test_not_applicable_without_personal_data if _reason_of(9000, 61, {"is_pi_breach": false}) == "no_personal_data"

test_not_applicable_when_resolved_long_ago if {
	_reason_of(9000, 61, {"days_since_resolved": 1096}) == "resolved_long_ago"
}

test_unknown_when_a_time_was_not_read if {
	_answer({"id": "i", "assessed_at": "2026-11-10"}).reason == "times_unread"
	_reason_of(9000, 0, {"assessed_minutes_at_most": 900}) == "times_unread"
}

test_every_incident_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := incident_assessment_time.verdicts with input as document
	count(answers) == 2
}
