package incidents.incident_internal_notice_test

import data.incidents.incident_internal_notice

_parameters := {"security_hours": 1, "executive_hours": 4, "skew_minutes": 15, "lookback_days": 1095}

_incident(age, facts) := object.union(
	{
		"id": "i",
		"severity": "larger",
		"is_pi_breach": true,
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
	"sent_at": "2026-11-10T09:20:00+08:00",
	"sent_minutes_at_least": minutes,
	"sent_minutes_at_most": minutes,
}

_answer(incident, notices) := answer if {
	document := {
		"parameters": _parameters,
		"resources": [incident],
		"related": {"incident_notification": {notice.id: notice | some notice in notices}},
		"links": {"incident_notification": {"i": [notice.id | some notice in notices]}},
	}
	answer := incident_internal_notice.verdicts.i with input as document
}

_reason_of(incident, notices) := _answer(incident, notices).reason

_security := _notice("s", "internal_security", 20)

_executive(minutes) := _notice("e", "executive", minutes)

test_pass_when_both_were_told_in_time if {
	answer := _answer(_incident(9000, {}), [_security, _executive(240)])
	answer.verdict == "pass"
	[item.field | some item in answer.evidence] == [
		"/incident_notification/s/sent_at",
		"/incident_notification/e/sent_at",
	]
}

test_fail_when_one_was_told_late if {
	answer := _answer(_incident(9000, {}), [_security, _executive(241)])
	answer.reason == "not_told_in_time"
	answer.evidence == [{"field": "/not_done_in_time", "actual": ["executive"], "expected": "<= 4 h"}]
}

test_fail_when_security_was_not_told_though_the_executive_may_wait if {
	_reason_of(_incident(120, {}), []) == "not_told_in_time"
}

test_not_applicable_until_the_executive_is_due if {
	answer := _answer(_incident(120, {}), [_security])
	answer.reason == "due"
	answer.evidence == [{"field": "/due_until", "actual": "2026-11-10 13:05 +08:00"}]
}

test_not_applicable_when_minor if {
	_reason_of(_incident(9000, {"severity": "general", "is_pi_breach": false}), []) == "minor"
}

test_not_applicable_when_resolved_long_ago if {
	_reason_of(_incident(9000, {"days_since_resolved": 1096}), []) == "resolved_long_ago"
}

test_unknown_when_the_register_is_partial if {
	_reason_of(_incident(9000, {"notifications_complete": false}), []) == "notifications_out_of_sight"
}

test_unknown_when_an_audience_was_not_read if {
	_reason_of(_incident(9000, {}), [object.remove(_security, ["audience"])]) == "times_unread"
}

test_every_incident_is_answered if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"incident_notification": {"a": [], "b": []}},
	}
	answers := incident_internal_notice.verdicts with input as document
	count(answers) == 2
}
