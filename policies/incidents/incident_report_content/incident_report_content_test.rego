package incidents.incident_report_content_test

import data.incidents.incident_report_content

_parameters := {
	"complete_days": 7,
	"required": {"cac": ["time", "cause"], "eu_authority": ["scope"]},
	"required_pi": ["cause", "contact"],
	"lookback_days": 1095,
}

# Judged on 2026-11-21, day 20778.
_incident(elements, days) := {
	"id": "i",
	"as_of_day": 20778,
	"judged_pi_breach": true,
	"judged_role": "controller",
	"notifications_complete": true,
	"days_since_resolved": "none",
	"report_elements": elements,
	"report_days": {audience: day | some audience, _ in elements; day := 20778 - days},
	"report_unread": [],
}

_answer(incident) := answer if {
	document := {"parameters": _parameters, "resources": [incident]}
	answer := incident_report_content.verdicts.i with input as document
}

_reason_of(elements, days, facts) := _answer(object.union(_incident(elements, days), facts)).reason

_whole := {"cac": ["time", "cause", "contact"]}

_short := {"cac": ["time", "contact"]}

test_pass_when_everything_is_told if {
	_answer(_incident(object.union(_whole, {"executive": []}), 100)).evidence == [{"field": "/reports", "actual": ["cac"]}]
	_reason_of(_whole, 100, {"notifications_complete": false}) == "pass"
}

test_pass_when_a_processor_or_an_outage_owes_less if {
	_reason_of({"cac": ["time", "cause"]}, 100, {"judged_role": "processor"}) == "pass"
	_reason_of({"cac": ["time", "cause"]}, 100, {"judged_pi_breach": false}) == "pass"
	_reason_of({"eu_authority": ["scope"]}, 100, {}) == "pass"
}

test_fail_when_something_is_missing_for_too_long if {
	answer := _answer(_incident(_short, 8))
	answer.reason == "content_missing"
	answer.evidence == [{"field": "/reports/cac/missing", "actual": ["cause"], "expected": []}]
}

test_not_applicable_until_due if {
	answer := _answer(_incident(_short, 7))
	answer.reason == "due"
	answer.evidence == [{"field": "/due_until", "actual": "2026-11-21"}]
}

test_not_applicable_when_no_authority_was_told if _reason_of({"client": []}, 8, {}) == "no_report"

test_not_applicable_when_resolved_long_ago if {
	_reason_of(_short, 8, {"days_since_resolved": 1096}) == "resolved_long_ago"
}

test_unknown_when_the_register_is_partial if {
	_reason_of(_short, 8, {"notifications_complete": false}) == "notifications_out_of_sight"
}

test_unknown_when_content_was_not_read if {
	_reason_of(_short, 8, {"report_unread": ["cac"]}) == "content_unread"
	_reason_of(_short, 1, {"report_unread": ["cac"]}) == "content_unread"
}

test_every_incident_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := incident_report_content.verdicts with input as document
	count(answers) == 2
}
