package incidents.incident_final_report_test

import data.incidents.incident_final_report

_parameters := {
	"max_days": 30,
	"measures_in_force_from": "2025-11-01T00:00:00+08:00",
	"persons_thresholds": {"larger": 1000000},
	"lookback_days": 1095,
}

# Resolved so many days before 2026-11-21, day 20778, and reported so many days after that.
_incident(days, summary_day) := {
	"id": "i",
	"organization_laws": ["CN"],
	"detected_in_beijing": "2026-01-01T00:00:00+08:00",
	"judged_severity": "larger",
	"judged_persons": 0,
	"report_required_cn": "no",
	"as_of_day": 20778,
	"resolved_at": "2026-10-01",
	"resolved_day": 20778 - days,
	"days_since_resolved": days,
	"summary_report_at": "2026-10-20",
	"summary_day": summary_day,
}

_answer(incident) := answer if {
	document := {"parameters": _parameters, "resources": [incident]}
	answer := incident_final_report.verdicts.i with input as document
}

_reason_of(days, summary_day, facts) := _answer(object.union(_incident(days, summary_day), facts)).reason

test_pass_when_reported_in_time if {
	_answer(_incident(40, 20768)).evidence == [
		{"field": "/resolved_at", "actual": "2026-10-01"},
		{"field": "/summary_report_at", "actual": "2026-10-20", "expected": "<= 30 days"},
	]
	_reason_of(40, 20738, {}) == "pass"
}

test_fail_when_late_missing_or_before_the_end if {
	_reason_of(40, 20769, {}) == "no_final_report_in_time"
	_reason_of(31, "none", {}) == "no_final_report_in_time"
	_reason_of(40, 20737, {}) == "no_final_report_in_time"
}

test_not_applicable_until_due if {
	answer := _answer(_incident(30, "none"))
	answer.reason == "due"
	answer.evidence == [{"field": "/due_until", "actual": "2026-11-21"}]
}

test_not_applicable_when_other_laws_bind if _reason_of(40, "none", {"organization_laws": []}) == "not_in_china"

test_not_applicable_when_no_report_was_due if _reason_of(40, "none", {"judged_severity": "general"}) == "no_report_due"

test_not_applicable_when_not_resolved if _reason_of(40, "none", {"resolved_day": "none"}) == "not_resolved"

test_not_applicable_when_resolved_long_ago if _reason_of(1096, "none", {}) == "resolved_long_ago"

test_unknown_when_a_date_or_the_grade_was_not_read if {
	_answer(object.remove(_incident(40, 20768), ["summary_day"])).reason == "report_undecided"
	_answer(object.remove(_incident(40, 20768), ["judged_severity", "judged_persons"])).reason == "report_undecided"
}

test_every_incident_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := incident_final_report.verdicts with input as document
	count(answers) == 2
}
