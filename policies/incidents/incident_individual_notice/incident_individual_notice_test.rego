package incidents.incident_individual_notice_test

import data.incidents.incident_individual_notice

_parameters := {
	"max_hours": 72,
	"waiver_risk_levels": ["low", "medium"],
	"accept_announcement": true,
	"skew_minutes": 15,
	"lookback_days": 1095,
}

_incident(age, facts) := object.union(
	{
		"id": "i",
		"role": "controller",
		"judged_role": "controller",
		"is_pi_breach": true,
		"persons_affected": 500,
		"notify_individuals": "undecided",
		"is_waiver_reasoned": false,
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
	"id": "n",
	"audience": audience,
	"sent_at": "2026-11-12T10:00:00+08:00",
	"sent_minutes_at_least": minutes,
	"sent_minutes_at_most": minutes,
}

_judge(incident, notices, more) := answer if {
	document := {
		"parameters": object.union(_parameters, more),
		"resources": [incident],
		"related": {"incident_notification": {notice.id: notice | some notice in notices}},
		"links": {"incident_notification": {"i": [notice.id | some notice in notices]}},
	}
	answer := incident_individual_notice.verdicts.i with input as document
}

_answer(age, facts, notices) := _judge(_incident(age, facts), notices, {})

_reason_of(age, facts, notices) := _answer(age, facts, notices).reason

_waived := {"notify_individuals": "no", "is_waiver_reasoned": true, "risk_level": "low"}

_processor := {"role": "processor", "judged_role": "processor"}

_announcement := object.union(_notice("public", 60), {"channel": "announcement"})

test_pass_when_told_in_time if _reason_of(9000, {}, [_notice("individual", 4260)]) == "pass"

test_pass_when_announced_where_that_is_accepted if {
	_reason_of(9000, {}, [_announcement]) == "pass"
	not_accepted := {"accept_announcement": false}
	_judge(_incident(9000, {}), [_announcement], not_accepted).reason == "not_told_in_time"
}

test_pass_when_decided_against if {
	_answer(9000, _waived, []).evidence == [{"field": "/risk_level", "actual": "low"}]
	agreed := object.union(_processor, {"individuals_notified_by": "us"})
	_reason_of(9000, object.union(_waived, agreed), []) == "pass"
}

test_fail_when_told_too_late if {
	answer := _answer(9000, {}, [_notice("individual", 4321)])
	answer.reason == "not_told_in_time"
	answer.evidence == [{"field": "/not_done_in_time", "actual": "individual", "expected": "<= 72 h"}]
}

test_fail_when_somebody_else_was_told if {
	_reason_of(9000, {}, [_notice("cac", 60)]) == "not_told_in_time"
	_reason_of(9000, {}, [object.union(_announcement, {"channel": "portal"})]) == "not_told_in_time"
}

test_fail_when_the_decision_does_not_hold if {
	_reason_of(9000, object.union(_waived, {"is_waiver_reasoned": false}), []) == "not_told_in_time"
	_reason_of(9000, object.union(_waived, {"risk_level": "high"}), []) == "not_told_in_time"
}

test_not_applicable_until_due if {
	_answer(60, {}, []).evidence == [{"field": "/due_until", "actual": "2026-11-13 09:05 +08:00"}]
}

test_not_applicable_without_personal_data if _reason_of(9000, {"is_pi_breach": false}, []) == "no_personal_data"

test_not_applicable_when_nobody_is_affected if _reason_of(9000, {"persons_affected": 0}, []) == "nobody_affected"

test_not_applicable_when_the_client_notifies if {
	_reason_of(9000, object.union(_processor, {"individuals_notified_by": "none"}), []) == "client_notifies"
}

test_not_applicable_when_resolved_long_ago if {
	_reason_of(9000, {"days_since_resolved": 1096}, []) == "resolved_long_ago"
}

test_unknown_when_who_notifies_was_not_read if {
	_reason_of(9000, object.union(_waived, _processor), []) == "notifier_unread"
	_reason_of(9000, _processor, []) == "notice_undecided"
}

test_unknown_when_the_register_is_partial if {
	_reason_of(9000, {"notifications_complete": false}, []) == "notifications_out_of_sight"
}

test_unknown_when_the_channel_was_not_read if _reason_of(9000, {}, [_notice("public", 60)]) == "notice_undecided"

test_every_incident_is_answered if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"incident_notification": {"a": [], "b": []}},
	}
	answers := incident_individual_notice.verdicts with input as document
	count(answers) == 2
}
