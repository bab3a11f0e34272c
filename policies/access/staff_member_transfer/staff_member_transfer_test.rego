package access.staff_member_transfer_test

import data.access.staff_member_transfer

# Moved on 2026-10-12, forty days ago.
_moved := {
	"id": "p",
	"status": "active",
	"job_changed_at": "2026-10-12",
	"job_change_day": 20738,
	"days_since_job_change": 40,
	"grant_ids": ["g"],
	"grants_read": true,
}

_old := {"resource_id": "d", "judged_level": "personal", "granted_at": "2026-01-01", "days_since_granted": 324}

_seen(person, grant, reviews, whole) := answer if {
	document := {
		"parameters": {"max_days": 30, "lookback_days": 365},
		"resources": [object.union(_moved, person)],
		"related": {"access_grant": {"g": object.union({"id": "g"}, grant)}, "access_review": reviews},
		"links": {"access_review": {"p": [id | some id, _ in reviews]}},
		"complete": {"access_review": whole},
	}
	answer := staff_member_transfer.verdicts.p with input as document
}

_answer(person, grant, reviews) := _seen(person, grant, reviews, true)

_reason_of(person, grant, reviews) := _answer(person, grant, reviews).reason

_review(days) := {"r": {"id": "r", "scope_ids": ["d"], "days_since_performed": days}}

_ago(days) := {"days_since_job_change": days, "job_change_day": 20778 - days}

_but(facts) := object.union(_old, facts)

_seen_first(facts) := _but(object.union({"granted_at": "unknown", "days_since_granted": "unknown"}, facts))

_evidence(grants) := [
	{"field": "/job_changed_at", "actual": "2026-10-12"},
	{"field": "/grant_ids", "actual": grants, "expected": 30},
]

test_pass_when_reviewed_in_time if {
	_seen({}, _old, _review(15), false) == {"verdict": "pass", "reason": "pass", "evidence": _evidence(["g"])}
	_reason_of({}, _old, _review(10)) == "pass"
	_reason_of({}, _old, _review(40)) == "pass"
	_reason_of(_ago(10), _old, _review(3)) == "pass"
}

test_pass_when_the_review_names_the_person_or_everything if {
	_reason_of({}, _old, {"r": {"scope_ids": ["p"], "days_since_performed": 15}}) == "pass"
	_reason_of({}, _old, {"r": {"scope_ids": ["all"], "days_since_performed": 15}}) == "pass"
}

test_pass_when_no_right_from_before_is_left if {
	_answer({"grant_ids": []}, {}, {}).evidence == _evidence([])
	_reason_of({}, _but({"days_since_granted": 40}), {}) == "pass"
	_reason_of({}, _but({"judged_level": "internal"}), {}) == "pass"
	_reason_of({}, _seen_first({"first_seen_is_baseline": false, "days_since_first_seen": 40}), {}) == "pass"
}

test_pass_when_a_late_review_lies_far_back if {
	_reason_of(_ago(396), _but({"days_since_granted": 400}), _review(365)) == "pass"
}

test_fail_when_not_reviewed_in_time if {
	_answer({}, _old, {}) == {"verdict": "fail", "reason": "not_reviewed", "evidence": _evidence(["g"])}
	_reason_of({}, _old, _review(9)) == "not_reviewed"
	_reason_of({}, _old, _review(41)) == "not_reviewed"
	_reason_of({}, _old, _review(-1)) == "not_reviewed"
	_reason_of({}, _old, {"r": {"scope_ids": ["x"], "days_since_performed": 15}}) == "not_reviewed"
	_reason_of({"grants_read": "no"}, _old, {}) == "not_reviewed"
}

test_fail_when_first_seen_before_the_move if {
	_reason_of({}, _seen_first({"days_since_first_seen": 41}), {}) == "not_reviewed"
}

test_fail_when_never_reviewed_though_the_move_lies_far_back if {
	_reason_of(_ago(396), _but({"days_since_granted": 400}), {}) == "not_reviewed"
	_reason_of(_ago(395), _but({"days_since_granted": 400}), _review(300)) == "not_reviewed"
}

test_unknown_when_grants_or_reviews_are_out_of_sight if {
	_reason_of({"grant_ids": [], "grants_read": "no"}, {}, {}) == "rights_out_of_sight"
	_seen({}, _old, {}, false).reason == "rights_out_of_sight"
	_seen(_ago(10), _old, {}, false).reason == "rights_out_of_sight"
}

test_unknown_when_the_day_of_a_right_or_a_review_was_not_read if {
	_reason_of({}, object.remove(_old, ["days_since_granted"]), {}) == "rights_out_of_sight"
	baseline := {"first_seen_is_baseline": true, "days_since_first_seen": 40}
	_reason_of({}, _seen_first(baseline), {}) == "rights_out_of_sight"
	_reason_of({}, _old, {"r": {"scope_ids": ["d"]}}) == "rights_out_of_sight"
}

test_unknown_when_the_move_was_not_read if {
	person := {"id": "p", "grant_ids": [], "grants_read": true}
	document := {"parameters": {"max_days": 30, "lookback_days": 365}, "resources": [person]}
	answers := staff_member_transfer.verdicts with input as document
	answers.p.reason == "move_unread"
}

test_not_applicable_when_never_moved_or_left if {
	_reason_of({"job_changed_at": "none", "days_since_job_change": "none"}, _old, {}) == "never_moved"
	_reason_of({"status": "left"}, _old, {}) == "left"
}

test_not_applicable_until_the_limit if {
	due := {"verdict": "not_applicable", "reason": "due", "evidence": [{"field": "/due_until", "actual": "2026-12-11"}]}
	_answer(_ago(10), _old, {}) == due
	_reason_of(_ago(30), _old, _review(31)) == "due"
	_reason_of(_ago(-3), _old, {}) == "due"
	_reason_of(_ago(31), _old, {}) == "not_reviewed"
}

test_every_person_is_answered if {
	document := {"parameters": {"max_days": 30, "lookback_days": 365}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := staff_member_transfer.verdicts with input as document
	count(answers) == 2
}
