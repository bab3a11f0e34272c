package incidents.incident_plan_activation_test

import data.incidents.incident_plan_activation

_parameters := {"max_hours": 1, "skew_minutes": 15, "lookback_days": 1095}

_incident(age, minutes) := {
	"id": "i",
	"severity": "larger",
	"is_pi_breach": true,
	"days_since_resolved": "none",
	"plan_activated_at": "2026-11-10T10:05:00+08:00",
	"plan_activated_minutes_at_least": minutes,
	"plan_activated_minutes_at_most": minutes,
	"age_minutes_at_least": age,
	"age_minutes_at_most": age,
	"detected_minute": 29905025,
	"detected_offset": "+08:00",
}

_answer(incident) := answer if {
	document := {"parameters": _parameters, "resources": [incident]}
	answer := incident_plan_activation.verdicts.i with input as document
}

_reason_of(age, minutes, facts) := _answer(object.union(_incident(age, minutes), facts)).reason

test_pass_when_activated_in_time if {
	evidence := {"field": "/plan_activated_at", "actual": "2026-11-10T10:05:00+08:00", "expected": "<= 1 h"}
	_answer(_incident(9000, 60)) == {"verdict": "pass", "reason": "pass", "evidence": [evidence]}
	_reason_of(9000, -15, {}) == "pass"
}

test_fail_when_late_never_or_before_detection if {
	_reason_of(9000, 61, {}) == "not_activated_in_time"
	_reason_of(9000, "none", {"plan_activated_at": "none"}) == "not_activated_in_time"
	_reason_of(9000, -16, {}) == "not_activated_in_time"
}

test_not_applicable_until_due if {
	answer := _answer(_incident(60, "none"))
	answer.reason == "due"
	answer.evidence == [{"field": "/due_until", "actual": "2026-11-10 10:05 +08:00"}]
}

test_not_applicable_when_minor if _reason_of(9000, 61, {"severity": "general", "is_pi_breach": false}) == "minor"

test_not_applicable_when_resolved_long_ago if {
	_reason_of(9000, 61, {"days_since_resolved": 1096}) == "resolved_long_ago"
}

test_unknown_when_a_time_was_not_read if {
	_answer({"id": "i", "plan_activated_at": "2026-11-10"}).reason == "times_unread"
	_reason_of(9000, 0, {"plan_activated_minutes_at_most": 900}) == "times_unread"
}

test_every_incident_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := incident_plan_activation.verdicts with input as document
	count(answers) == 2
}
