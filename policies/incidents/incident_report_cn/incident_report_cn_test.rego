package incidents.incident_report_cn_test

import data.incidents.incident_report_cn

_parameters := {
	"cn_hours": 4,
	"ciio_hours": 1,
	"central_gov_hours": 2,
	"pi_breach_hours": 24,
	"decision_hours": 24,
	"measures_in_force_from": "2025-11-01T00:00:00+08:00",
	"persons_thresholds": {"larger": 1000000},
	"recipients": {
		"cii": [["sector_regulator"], ["police"]],
		"central_gov": [["cac", "sector_regulator"]],
		"other": [["cac"]],
		"pipl": ["cac", "sector_regulator"],
	},
	"skew_minutes": 15,
	"lookback_days": 1095,
}

# A general leak of a controller, so many minutes old.
_incident(age, facts) := object.union(
	{
		"id": "i",
		"organization_laws": ["CN"],
		"operators": ["other"],
		"detected_in_beijing": "2026-11-10T09:05:00+08:00",
		"judged_role": "controller",
		"judged_pi_breach": true,
		"judged_severity": "general",
		"judged_persons": 500,
		"report_required_cn": "no",
		"is_decided_by_someone": true,
		"days_since_resolved": "none",
		"notifications_complete": true,
		"age_minutes_at_least": age,
		"age_minutes_at_most": age,
		"detected_minute": 29905025,
		"detected_offset": "+08:00",
	},
	facts,
)

_notice(id, audience, minutes) := {
	"id": id,
	"audience": audience,
	"sent_at": "2026-11-10T10:00:00+08:00",
	"sent_minutes_at_least": minutes,
	"sent_minutes_at_most": minutes,
}

_judge(incident, notices) := answer if {
	document := {
		"parameters": _parameters,
		"resources": [incident],
		"related": {"incident_notification": {notice.id: notice | some notice in notices}},
		"links": {"incident_notification": {"i": [notice.id | some notice in notices]}},
	}
	answer := incident_report_cn.verdicts.i with input as document
}

_answer(age, facts, notices) := _judge(_incident(age, facts), notices)

_reason_of(age, facts, notices) := _answer(age, facts, notices).reason

_larger := {"judged_severity": "larger"}

_processor := {"judged_role": "processor"}

test_pass_when_the_authority_was_told if _reason_of(9000, {}, [_notice("n", "cac", 1440)]) == "pass"

test_pass_when_both_duties_are_met_by_one_message if {
	answer := _answer(9000, _larger, [_notice("n", "cac", 240)])
	answer.verdict == "pass"
	[item.expected | some item in answer.evidence] == ["<= 4 h", "<= 24 h"]
}

test_pass_when_a_processor_decided if {
	_answer(9000, _processor, []).evidence == [{"field": "/report_required_cn", "actual": "no"}]
}

test_fail_when_told_too_late_for_the_grade if {
	answer := _answer(9000, _larger, [_notice("n", "cac", 360)])
	answer.reason == "not_reported_in_time"
	answer.evidence == [{"field": "/not_done_in_time", "actual": ["cac"], "expected": "<= 4 h"}]
}

test_fail_by_the_limits_of_each_sort_of_operator if {
	_reason_of(9000, object.union(_larger, {"operators": ["cii"]}), [_notice("n", "police", 61)]) == "not_reported_in_time"
	central := object.union(_larger, {"operators": ["central_gov"]})
	_reason_of(9000, central, [_notice("n", "cac", 121)]) == "not_reported_in_time"
	_reason_of(9000, central, [_notice("n", "cac", 120)]) == "pass"
}

test_fail_when_a_processor_did_not_decide if {
	undecided := object.union(_processor, {"report_required_cn": "undecided"})
	_answer(1441, undecided, []).evidence[0].actual == "report_decision_by"
	_reason_of(1441, object.union(_processor, {"is_decided_by_someone": false}), []) == "not_reported_in_time"
}

test_fail_stands_while_the_sort_of_operator_is_unread if {
	_reason_of(9000, object.union(_larger, {"operators": ["cii", "other"]}), []) == "not_reported_in_time"
}

test_not_applicable_until_the_earliest_limit if {
	_answer(60, _larger, []).evidence == [{"field": "/due_until", "actual": "2026-11-10 13:05 +08:00"}]
	_answer(60, {}, []).evidence == [{"field": "/due_until", "actual": "2026-11-11 09:05 +08:00"}]
}

test_not_applicable_when_other_laws_bind if _reason_of(9000, {"organization_laws": ["EU"]}, []) == "not_in_china"

test_not_applicable_when_nothing_is_due if _reason_of(9000, {"judged_pi_breach": false}, []) == "no_report_due"

test_not_applicable_when_resolved_long_ago if {
	_reason_of(9000, {"days_since_resolved": 1096}, []) == "resolved_long_ago"
}

test_unknown_when_the_register_is_partial if {
	_reason_of(9000, {"notifications_complete": false}, []) == "notifications_out_of_sight"
}

test_unknown_when_the_decision_would_decide if {
	incident := object.remove(_incident(9000, {"judged_pi_breach": false}), ["report_required_cn"])
	_judge(incident, []).reason == "report_undecided"
	processor := object.remove(_incident(9000, _processor), ["report_required_cn"])
	_judge(processor, []).reason == "report_undecided"
}

test_unknown_when_who_decided_was_not_read if {
	_judge(object.remove(_incident(9000, _processor), ["is_decided_by_someone"]), []).reason == "report_undecided"
}

test_every_incident_is_answered if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"incident_notification": {"a": [], "b": []}},
	}
	answers := incident_report_cn.verdicts with input as document
	count(answers) == 2
}
