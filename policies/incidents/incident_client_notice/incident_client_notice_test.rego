package incidents.incident_client_notice_test

import data.incidents.incident_client_notice

_parameters := {"max_hours": 24, "skew_minutes": 15, "lookback_days": 1095}

_incident(age, facts) := object.union(
	{
		"id": "i",
		"role": "processor",
		"is_pi_breach": true,
		"client_vendor_ids": ["A", "B"],
		"days_since_resolved": "none",
		"notifications_complete": true,
		"age_minutes_at_least": age,
		"age_minutes_at_most": age,
		"detected_minute": 29905025,
		"detected_offset": "+08:00",
	},
	facts,
)

_notice(id, clients, minutes) := {
	"id": id,
	"audience": "client",
	"clients_reached": clients,
	"sent_at": "2026-11-10T12:00:00+08:00",
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
	answer := incident_client_notice.verdicts.i with input as document
}

_reason_of(age, facts, notices) := _answer(_incident(age, facts), notices).reason

_a := _notice("a", ["A"], 180)

_b := _notice("b", ["B"], 1440)

test_pass_when_each_client_was_told if _answer(_incident(9000, {}), [_a, _b]).verdict == "pass"

test_fail_when_one_client_was_not_told if {
	answer := _answer(_incident(9000, {}), [_a])
	answer.reason == "not_told_in_time"
	answer.evidence == [{"field": "/not_done_in_time", "actual": "B", "expected": "<= 24 h"}]
}

test_fail_when_the_message_was_late_or_to_others if {
	_reason_of(9000, {"client_vendor_ids": ["B"]}, [_notice("b", ["B"], 1441)]) == "not_told_in_time"
	_reason_of(9000, {"client_vendor_ids": ["B"]}, [{"id": "n", "audience": "cac"}]) == "not_told_in_time"
}

test_fail_when_nobody_knows_the_clients if _reason_of(1441, {"client_vendor_ids": []}, []) == "clients_not_found"

test_not_applicable_until_due if {
	_answer(_incident(600, {}), [_a]).evidence == [{"field": "/due_until", "actual": "2026-11-11 09:05 +08:00"}]
	_reason_of(1440, {"client_vendor_ids": []}, []) == "due"
}

test_not_applicable_when_no_processor if _reason_of(9000, {"role": "controller"}, []) == "no_processor"

test_not_applicable_without_personal_data if _reason_of(9000, {"is_pi_breach": false}, []) == "no_personal_data"

test_not_applicable_when_resolved_long_ago if {
	_reason_of(9000, {"days_since_resolved": 1096}, []) == "resolved_long_ago"
}

test_unknown_when_the_register_is_partial if {
	_reason_of(9000, {"notifications_complete": false}, [_a]) == "notifications_out_of_sight"
}

test_unknown_when_the_recipients_were_not_read if {
	_reason_of(9000, {}, [object.remove(_a, ["clients_reached"])]) == "clients_or_times_unread"
}

test_every_incident_is_answered if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"incident_notification": {"a": [], "b": []}},
	}
	answers := incident_client_notice.verdicts with input as document
	count(answers) == 2
}
