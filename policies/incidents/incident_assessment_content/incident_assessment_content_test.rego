package incidents.incident_assessment_content_test

import data.incidents.incident_assessment_content

_parameters := {
	"max_hours": 72,
	"persons_thresholds": {"larger": 1000000, "major": 10000000, "extra_major": 100000000},
	"lookback_days": 1095,
}

_incident(age) := {
	"id": "i",
	"is_pi_breach": true,
	"days_since_resolved": "none",
	"assessed_at": "2026-11-10",
	"assessed_minutes_at_least": 60,
	"data_categories": ["contact"],
	"data_level": "personal",
	"record_count": 0,
	"persons_affected": 999999,
	"risk_level": "low",
	"is_scope_stated": true,
	"severity": "general",
	"assessment_open_items": [],
	"age_minutes_at_least": age,
	"age_minutes_at_most": age,
	"detected_minute": 29905025,
	"detected_offset": "+08:00",
}

_answer(incident) := answer if {
	document := {"parameters": _parameters, "resources": [incident]}
	answer := incident_assessment_content.verdicts.i with input as document
}

_reason_of(facts) := _answer(object.union(_incident(9000), facts)).reason

_gaps_of(facts) := _answer(object.union(_incident(9000), facts)).evidence[0].actual

_without(field) := _answer(object.remove(_incident(9000), [field])).reason

test_pass_when_everything_is_established if {
	_answer(_incident(9000)).evidence == [{"field": "/assessed_at", "actual": "2026-11-10"}]
	_without("assessment_open_items") == "pass"
}

test_pass_when_the_grade_fits_the_persons if {
	_reason_of({"severity": "larger", "persons_affected": 9999999}) == "pass"
	_reason_of({"severity": "major", "persons_affected": 99999999}) == "pass"
	_reason_of({"severity": "extra_major", "persons_affected": 100000000}) == "pass"
}

test_fail_when_the_grade_is_too_low_for_the_persons if {
	_gaps_of({"persons_affected": 1000000}) == ["severity"]
	_gaps_of({"severity": "larger", "persons_affected": 10000000}) == ["severity"]
	_gaps_of({"severity": "major", "persons_affected": 100000000}) == ["severity"]
}

test_fail_when_an_element_is_open if {
	_gaps_of({"assessed_minutes_at_least": "none"}) == ["assessed_at"]
	_gaps_of({"data_categories": []}) == ["data_categories"]
	_gaps_of({"data_level": "public"}) == ["data_level"]
	_gaps_of({"is_scope_stated": false}) == ["impact_scope"]
	_gaps_of({"assessment_open_items": ["record_count"]}) == ["record_count"]
}

test_not_applicable_until_due if {
	answer := _answer(object.remove(_incident(4320), ["persons_affected"]))
	answer.reason == "due"
	answer.evidence == [{"field": "/due_until", "actual": "2026-11-13 09:05 +08:00"}]
}

test_not_applicable_without_personal_data if _reason_of({"is_pi_breach": false}) == "no_personal_data"

test_not_applicable_when_resolved_long_ago if _reason_of({"days_since_resolved": 1096}) == "resolved_long_ago"

test_unknown_when_an_element_was_not_read if {
	fields := ["data_level", "record_count", "persons_affected", "risk_level", "severity", "assessed_minutes_at_least"]
	{_without(field) | some field in fields} == {"elements_unread"}
}

test_every_incident_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := incident_assessment_content.verdicts with input as document
	count(answers) == 2
}
