package incidents.incident_notice_reach_test

import data.incidents.incident_notice_reach

_parameters := {"min_percent": 90, "reach_days": 7, "lookback_days": 1095}

# Of 1,000 people so many were reached, by messages of which the first went out so many days ago.
_incident(reached, days) := {
	"id": "i",
	"is_pi_breach": true,
	"persons_affected": 1000,
	"individuals_told": true,
	"is_announced": false,
	"people_reached_at_least": reached,
	"people_reached_at_most": reached,
	"days_since_first_notice": days,
	"first_notice_day": 20778 - days,
	"days_since_resolved": "none",
	"notifications_complete": true,
}

_answer(incident) := answer if {
	document := {"parameters": _parameters, "resources": [incident]}
	answer := incident_notice_reach.verdicts.i with input as document
}

_reason_of(reached, days, facts) := _answer(object.union(_incident(reached, days), facts)).reason

test_pass_when_enough_were_reached if {
	_answer(_incident(900, 100)).evidence == [{"field": "/people_reached", "actual": 900, "expected": 1000}]
}

test_pass_when_announced if _reason_of(1, 100, {"is_announced": true}) == "pass"

test_fail_when_too_few_were_reached if {
	answer := _answer(_incident(899, 8))
	answer.reason == "too_few_reached"
	answer.evidence == [{"field": "/people_reached", "actual": 899, "expected": 1000}]
}

test_not_applicable_until_due if {
	answer := _answer(_incident(899, 7))
	answer.reason == "due"
	answer.evidence == [{"field": "/due_until", "actual": "2026-11-21"}]
}

test_not_applicable_without_personal_data if _reason_of(1, 8, {"is_pi_breach": false}) == "no_personal_data"

test_not_applicable_when_nobody_is_affected if _reason_of(1, 8, {"persons_affected": 0}) == "nobody_affected"

test_not_applicable_when_nobody_was_told if _reason_of(0, 8, {"individuals_told": false}) == "nobody_told"

test_not_applicable_when_resolved_long_ago if _reason_of(1, 8, {"days_since_resolved": 1096}) == "resolved_long_ago"

test_unknown_when_more_may_have_been_reached if {
	_answer(object.remove(_incident(1, 8), ["people_reached_at_most"])).reason == "reach_unread"
	partial := {"notifications_complete": false}
	incident := object.remove(object.union(_incident(1, 8), partial), ["people_reached_at_most"])
	_answer(incident).reason == "notifications_out_of_sight"
}

test_every_incident_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := incident_notice_reach.verdicts with input as document
	count(answers) == 2
}
