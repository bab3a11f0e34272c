package incidents.corrective_action_closed_test

import data.incidents.corrective_action_closed

# Judged on 2026-11-21, day 20778, and due on the day before.
_action(closed_day) := {
	"id": "i",
	"source_kind": "audit",
	"as_of_day": 20778,
	"due_at": "2026-11-20",
	"due_day": 20777,
	"closed_at": "2026-11-19",
	"closed_day": closed_day,
}

_answer(action) := answer if {
	document := {"parameters": {"lookback_days": 365}, "resources": [action]}
	answer := corrective_action_closed.verdicts.i with input as document
}

_reason_of(closed_day, facts) := _answer(object.union(_action(closed_day), facts)).reason

test_pass_when_closed_on_time if {
	answer := _answer(_action(20777))
	answer.verdict == "pass"
	answer.evidence == [{"field": "/closed_at", "actual": "2026-11-19", "expected": "2026-11-20"}]
}

test_fail_when_closed_late if _reason_of(20778, {}) == "closed_late"

test_fail_when_open_after_the_due_date if _reason_of("none", {}) == "overdue"

test_fail_when_no_date_was_set if _reason_of("none", {"due_at": "none"}) == "no_due_date"

test_not_applicable_until_due if {
	answer := _answer(object.union(_action("none"), {"due_day": 20778}))
	answer.reason == "due"
	answer.evidence == [{"field": "/due_until", "actual": "2026-11-21"}]
}

test_not_applicable_when_it_mends_a_vulnerability if {
	_reason_of("none", {"source_kind": "vulnerability"}) == "other_source"
}

test_not_applicable_when_closed_long_ago if _reason_of(20412, {"due_day": 20000}) == "closed_long_ago"

test_unknown_when_a_date_was_not_read if {
	_answer(object.remove(_action(20777), ["due_day"])).reason == "dates_unread"
	_answer(object.remove(_action(20777), ["closed_day"])).reason == "dates_unread"
}

test_every_action_is_answered if {
	document := {"parameters": {"lookback_days": 365}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := corrective_action_closed.verdicts with input as document
	count(answers) == 2
}
