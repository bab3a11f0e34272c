package least_privilege.access_review_removals_test

import data.least_privilege.access_review_removals

_answer(facts) := answer if {
	document := {
		"parameters": {"max_days": 14, "lookback_days": 365},
		"resources": [object.union({"id": "r"}, facts)],
	}
	answer := access_review_removals.verdicts.r with input as document
}

_reason_of(facts) := _answer(facts).reason

# Held on 2026-11-01, twenty days ago, with three removals.
_held := {"performed_day": 20758, "days_since_performed": 20, "revoke_decisions": 3}

_done(days) := object.union(_held, {"days_to_revocations": days, "days_since_revocations_done": 20 - days})

_open(days) := {
	"revoke_decisions": 3,
	"performed_day": 20778 - days,
	"days_since_performed": days,
	"days_to_revocations": "none",
	"days_since_revocations_done": "none",
}

_decided := {"field": "/revoke_decisions", "actual": 3}

test_pass_when_done_in_time if {
	_answer(_done(14)) == {"verdict": "pass", "reason": "pass", "evidence": [
		_decided,
		{"field": "/days_to_revocations", "actual": 14, "expected": 14},
	]}
	_reason_of(_done(0)) == "pass"
}

test_fail_when_still_open if {
	_answer(_open(15)).evidence == [_decided, {"field": "/days_since_performed", "actual": 15, "expected": 14}]
	_reason_of(_done(21)) == "still_open"
}

test_fail_when_done_late if {
	_answer(_done(15)).evidence == [_decided, {"field": "/days_to_revocations", "actual": 15, "expected": 14}]
	long_ago := object.union(_done(15), {"days_since_revocations_done": 365})
	_reason_of(long_ago) == "done_late"
}

test_unknown_when_a_fact_was_not_read if {
	_reason_of(object.remove(_done(14), ["revoke_decisions"])) == "review_unread"
	_reason_of(object.remove(_open(15), ["revoke_decisions"])) == "review_unread"
	_reason_of(object.remove(_open(15), ["days_since_performed"])) == "review_unread"
	_reason_of(_held) == "review_unread"
	_reason_of(_done(-1)) == "review_unread"
}

test_not_applicable_when_nothing_is_to_be_done if {
	_reason_of({"revoke_decisions": 0}) == "nothing_to_remove"
	_reason_of({"revoke_decisions": 3, "days_since_performed": -1}) == "not_held_yet"
	_reason_of(object.union(_done(15), {"days_since_revocations_done": 366})) == "closed_before_the_period"
}

test_not_applicable_until_the_limit if {
	due := {"verdict": "not_applicable", "reason": "due", "evidence": [{"field": "/due_until", "actual": "2026-11-21"}]}
	_answer(_open(14)) == due
	_reason_of(object.union(_open(10), {"days_to_revocations": 12, "days_since_revocations_done": -2})) == "due"
}

test_every_review_is_answered if {
	document := {"parameters": {"max_days": 14, "lookback_days": 365}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := access_review_removals.verdicts with input as document
	count(answers) == 2
}
