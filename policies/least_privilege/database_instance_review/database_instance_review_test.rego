package least_privilege.database_instance_review_test

import data.least_privilege.database_instance_review

_seen(database, reviews, whole) := answer if {
	document := {
		"parameters": {"max_days": 184},
		"resources": [object.union({"id": "d", "data_level": "personal"}, database)],
		"related": {"access_review": reviews},
		"links": {"access_review": {"d": [id | some id, _ in reviews]}},
		"complete": {"access_review": whole},
	}
	answers := database_instance_review.verdicts with input as document
	answer := answers.d
}

_reason_of(database, reviews) := _seen(database, reviews, true).reason

_review(days, facts) := {"r": object.union(
	{"performed_at": "2026-05-21", "days_since_performed": days, "includes_privileged": true},
	facts,
)}

_shown(days) := [{"field": "/access_review", "actual": days, "expected": 184}]

# Created on 2026-11-01.
_young := {"created_day": 20758, "days_since_created": 20}

_old := {"created_day": 20000, "days_since_created": 778}

test_pass_when_reviewed_within_the_limit if {
	_seen({}, _review(184, {}), false) == {"verdict": "pass", "reason": "pass", "evidence": _shown(["2026-05-21"])}
	_reason_of(_young, _review(0, {})) == "pass"
}

test_fail_when_reviewed_too_long_ago if {
	_seen(_old, _review(185, {}), true).evidence == _shown(["2026-05-21"])
	_reason_of({}, _review(185, {})) == "not_reviewed"
	_reason_of({}, _review(-1, {})) == "not_reviewed"
	_reason_of({}, {}) == "not_reviewed"
}

test_fail_when_administrators_were_left_out if {
	_reason_of(_old, _review(7, {"includes_privileged": false})) == "not_reviewed"
}

test_unknown_when_the_register_is_partial if {
	_seen({}, {}, false).reason == "reviews_out_of_sight"
	_seen(_young, {}, false).reason == "reviews_out_of_sight"
}

test_unknown_when_the_review_was_not_read if {
	_reason_of(_old, {"r": {"days_since_performed": 7}}) == "reviews_unread"
	_reason_of(_old, {"r": {"includes_privileged": true}}) == "reviews_unread"
}

test_not_applicable_when_harmless if _reason_of({"data_level": "public"}, {}) == "harmless_data"

test_not_applicable_until_the_first_review_is_due if {
	due := {"verdict": "not_applicable", "reason": "due", "evidence": [{"field": "/due_until", "actual": "2027-05-04"}]}
	_seen(_young, {}, true) == due
	_reason_of({"created_day": 20594, "days_since_created": 184}, {}) == "due"
	_reason_of({"created_day": 20593, "days_since_created": 185}, {}) == "not_reviewed"
}

test_every_database_is_answered if {
	document := {
		"parameters": {"max_days": 184},
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"access_review": {"a": [], "b": []}},
	}
	answers := database_instance_review.verdicts with input as document
	count(answers) == 2
}
