package incidents.incident_evidence_test

import data.incidents.incident_evidence

_parameters := {"evidence_hours": 72, "police_hours": 24, "lookback_days": 1095}

_incident(age) := {
	"id": "i",
	"severity": "larger",
	"is_pi_breach": true,
	"days_since_resolved": "none",
	"evidence_hashed": true,
	"custody_log": true,
	"crime_suspected": false,
	"age_minutes_at_least": age,
	"age_minutes_at_most": age,
	"detected_minute": 29905025,
	"detected_offset": "+08:00",
}

# A crime that is suspected for so many minutes, and was reported to the police after so many.
_crime(age, minutes) := {
	"crime_suspected": true,
	"police_reported_at": "2026-11-11",
	"police_minutes_at_least": minutes,
	"police_minutes_at_most": minutes,
	"suspicion_age_minutes_at_least": age,
	"suspicion_age_minutes_at_most": age,
	"suspicion_minute": 29905025,
	"suspicion_offset": "+08:00",
}

_answer(incident) := answer if {
	document := {"parameters": _parameters, "resources": [incident]}
	answer := incident_evidence.verdicts.i with input as document
}

_reason_of(age, facts) := _answer(object.union(_incident(age), facts)).reason

test_pass_when_evidence_is_kept_and_no_crime_is_suspected if {
	_answer(_incident(60)).evidence == [
		{"field": "/evidence_hashed", "actual": true, "expected": true},
		{"field": "/custody_log", "actual": true, "expected": true},
	]
}

test_pass_when_the_police_was_told_in_time if _reason_of(9000, _crime(9000, 1440)) == "pass"

test_fail_when_evidence_is_not_kept if {
	_reason_of(4321, {"evidence_hashed": false}) == "evidence_not_preserved"
	_reason_of(4321, {"custody_log": false}) == "evidence_not_preserved"
}

test_fail_when_the_police_was_told_late_or_never if {
	_reason_of(9000, _crime(9000, 1441)) == "police_not_told"
	_reason_of(9000, _crime(1441, "none")) == "police_not_told"
}

test_not_applicable_until_due if {
	_answer(object.union(_incident(4320), {"custody_log": false})).evidence[0].actual == "2026-11-13 09:05 +08:00"
	_answer(object.union(_incident(9000), _crime(1440, "none"))).evidence[0].actual == "2026-11-11 09:05 +08:00"
}

test_not_applicable_when_minor if _reason_of(9000, {"severity": "general", "is_pi_breach": false}) == "minor"

test_not_applicable_when_resolved_long_ago if _reason_of(9000, {"days_since_resolved": 1096}) == "resolved_long_ago"

test_unknown_when_a_fact_was_not_read if {
	fields := ["evidence_hashed", "custody_log", "crime_suspected", "age_minutes_at_least"]
	{_answer(object.remove(_incident(9000), [field])).reason | some field in fields} == {"evidence_unread"}
}

test_every_incident_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := incident_evidence.verdicts with input as document
	count(answers) == 2
}
