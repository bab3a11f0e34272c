package incidents.incident_report_gdpr_test

import data.incidents.incident_report_gdpr

_parameters := {
	"max_hours": 72,
	"authority": {"EU": "eu_authority", "UK": "uk_authority"},
	"skew_minutes": 15,
	"lookback_days": 1095,
}

_incident(age, facts) := object.union(
	{
		"id": "i",
		"binding_laws": ["CN", "EU"],
		"role": "controller",
		"is_pi_breach": true,
		"report_required_gdpr": "undecided",
		"is_decided_by_someone": false,
		"risk_level": "high",
		"days_since_resolved": "none",
		"notifications_complete": true,
		"age_minutes_at_least": age,
		"age_minutes_at_most": age,
		"detected_minute": 29905025,
		"detected_offset": "+08:00",
	},
	facts,
)

_notice(audience, minutes) := {
	"id": audience,
	"audience": audience,
	"sent_at": "2026-11-12T10:00:00+08:00",
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
	answer := incident_report_gdpr.verdicts.i with input as document
}

_answer(age, facts, notices) := _judge(_incident(age, facts), notices)

_reason_of(age, facts, notices) := _answer(age, facts, notices).reason

_waived := {"report_required_gdpr": "no", "is_decided_by_someone": true, "risk_level": "low"}

_both := {"binding_laws": ["EU", "UK"]}

test_pass_when_the_authority_was_told if _reason_of(9000, {}, [_notice("eu_authority", 4320)]) == "pass"

test_pass_when_decided_against_at_a_low_risk if {
	_answer(9000, _waived, []).evidence == [{"field": "/risk_level", "actual": "low", "expected": "low"}]
	_reason_of(60, _waived, []) == "pass"
}

test_fail_when_told_too_late if {
	answer := _answer(9000, {}, [_notice("eu_authority", 4321)])
	answer.reason == "not_reported_in_time"
	answer.evidence == [{"field": "/not_done_in_time", "actual": ["eu_authority"], "expected": "<= 72 h"}]
}

test_fail_when_one_of_two_authorities_was_not_told if {
	_answer(9000, _both, [_notice("eu_authority", 60)]).evidence[0].actual == ["uk_authority"]
}

test_fail_when_the_decision_does_not_hold if {
	_reason_of(9000, object.union(_waived, {"risk_level": "medium"}), []) == "not_reported_in_time"
	_reason_of(9000, object.union(_waived, {"is_decided_by_someone": false}), []) == "not_reported_in_time"
}

test_not_applicable_until_due if {
	_answer(4320, _both, [_notice("eu_authority", 60)]).reason == "due"
	_answer(60, {}, []).evidence == [{"field": "/due_until", "actual": "2026-11-13 09:05 +08:00"}]
}

test_not_applicable_when_other_laws_govern if _reason_of(9000, {"binding_laws": ["CN"]}, []) == "other_laws"

test_not_applicable_without_personal_data if _reason_of(9000, {"is_pi_breach": false}, []) == "no_personal_data"

test_not_applicable_as_processor if _reason_of(9000, {"role": "processor"}, []) == "processor"

test_not_applicable_when_resolved_long_ago if {
	_reason_of(9000, {"days_since_resolved": 1096}, []) == "resolved_long_ago"
}

test_unknown_when_no_law_was_read if {
	_judge(object.remove(_incident(9000, {}), ["binding_laws"]), []).reason == "laws_unread"
}

test_unknown_when_the_register_is_partial if {
	_reason_of(9000, {"notifications_complete": false}, []) == "notifications_out_of_sight"
}

test_unknown_when_the_risk_was_not_read if {
	_judge(object.remove(_incident(9000, _waived), ["risk_level"]), []).reason == "report_undecided"
}

test_every_incident_is_answered if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"incident_notification": {"a": [], "b": []}},
	}
	answers := incident_report_gdpr.verdicts with input as document
	count(answers) == 2
}
