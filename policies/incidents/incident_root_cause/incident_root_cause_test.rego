package incidents.incident_root_cause_test

import data.incidents.incident_root_cause

_parameters := {"max_days": 30, "required": ["stage", "technique"], "lookback_days": 1095}

# Detected on day 20748, thirty days before 2026-11-21, day 20778.
_incident(today, facts) := object.union(
	{
		"id": "i",
		"severity": "larger",
		"is_pi_breach": true,
		"days_since_resolved": "none",
		"detected_day": 20748,
		"as_of_day": today,
		"rca_completed_at": "2026-11-01",
		"rca_day": 20758,
		"rca_elements": ["stage", "technique"],
		"rca_by": ["E1"],
	},
	facts,
)

_answer(incident) := answer if {
	document := {"parameters": _parameters, "resources": [incident]}
	answer := incident_root_cause.verdicts.i with input as document
}

_gaps_of(facts) := _answer(_incident(20779, facts)).evidence[0].actual

test_pass_when_complete_and_in_time if {
	_answer(_incident(20900, {})).evidence == [{"field": "/rca_completed_at", "actual": "2026-11-01"}]
	_answer(_incident(20900, {"rca_day": 20778})).verdict == "pass"
}

test_fail_when_something_is_missing_after_the_limit if {
	_answer(_incident(20779, {"rca_by": []})).reason == "incomplete"
	_gaps_of({"rca_by": []}) == ["rca_by"]
	_gaps_of({"rca_elements": ["stage"]}) == ["technique"]
	_gaps_of({"rca_day": "none"}) == ["rca_completed_at"]
	_gaps_of({"rca_day": 20779}) == ["rca_completed_at"]
	_gaps_of({"rca_day": 20747}) == ["rca_completed_at"]
}

test_not_applicable_until_due if {
	answer := _answer(_incident(20778, {"rca_day": "none"}))
	answer.reason == "due"
	answer.evidence == [{"field": "/due_until", "actual": "2026-11-21"}]
}

test_not_applicable_when_minor if {
	_answer(_incident(20900, {"severity": "general", "is_pi_breach": false})).reason == "minor"
}

test_not_applicable_when_resolved_long_ago if {
	_answer(_incident(20900, {"days_since_resolved": 1096})).reason == "resolved_long_ago"
}

test_unknown_when_a_fact_was_not_read if {
	fields := ["detected_day", "rca_day", "rca_elements", "rca_by"]
	{_answer(object.remove(_incident(20900, {}), [field])).reason | some field in fields} == {"root_cause_unread"}
}

test_every_incident_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := incident_root_cause.verdicts with input as document
	count(answers) == 2
}
