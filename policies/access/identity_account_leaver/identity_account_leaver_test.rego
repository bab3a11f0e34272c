package access.identity_account_leaver_test

import data.access.identity_account_leaver

_parameters := {"max_hours": 24, "roster_max_age_days": 7, "lookback_days": 365}

_answer(account, person) := answer if {
	document := {
		"parameters": _parameters,
		"resources": [object.union({"id": "a", "staff_id": "p"}, account)],
		"related": {"staff_member": {"p": object.union({"id": "p", "roster_age_days": 0}, person)}},
	}
	answer := identity_account_leaver.verdicts.a with input as document
}

_reason_of(account, person) := _answer(account, person).reason

# Last working day 2026-11-18.
_left(hours, days) := {
	"has_left": true,
	"end_date": "2026-11-18",
	"end_day": 20775,
	"left_at": "2026-11-19T00:00:00+08:00",
	"hours_since_left": hours,
	"days_since_left": days,
}

_leaver := _left(60, 3)

_undated := {"has_left": true, "end_date": "none", "left_at": "none", "hours_since_left": "none", "end_day": "none"}

_disabled(earliest, latest) := {
	"enabled": false,
	"disabled_after": "2026-11-19",
	"disabled_at": "2026-11-20",
	"hours_to_disabled_after": earliest,
	"hours_to_disabled_at": latest,
	"days_since_disabled_after": 2,
	"days_since_seen_open": 2,
}

_used := {"last_login_at": "2026-11-20", "used_after_leaving": true, "days_since_last_login": 1}

_at(field, actual, expected) := {"field": field, "actual": actual, "expected": expected}

_left_at := {"field": "/staff_member/p/left_at", "actual": "2026-11-19T00:00:00+08:00"}

test_pass_when_disabled_in_time if {
	_answer(_disabled(20, 20), _leaver) == {"verdict": "pass", "reason": "pass", "evidence": [
		_left_at,
		{"field": "/disabled_at", "actual": "2026-11-20"},
		_at("/hours_to_disabled_at", 20, "<= 24"),
	]}
}

test_pass_when_disabled_at_the_limit if _reason_of(_disabled(24, 24), _leaver) == "pass"

test_pass_when_first_seen_disabled_in_time if {
	_reason_of({"enabled": false, "disabled_at": "2026-11-19", "hours_to_disabled_at": 24}, _leaver) == "pass"
}

test_pass_when_used_after_leaving_before_the_period if {
	use := object.union(_used, {"days_since_last_login": 366})
	_reason_of(object.union(_disabled(20, 20), use), _leaver) == "pass"
}

test_fail_when_still_enabled if {
	_answer({"enabled": true}, _left(25, 2)).evidence == [
		_left_at,
		_at("/enabled", true, false),
		_at("/staff_member/p/hours_since_left", 25, "<= 24"),
	]
	_reason_of({"enabled": true}, _left(25, 2)) == "still_enabled"
}

test_fail_when_enabled_without_a_leaving_date if _reason_of({"enabled": true}, _undated) == "left_without_date"

test_fail_when_last_seen_enabled_late if {
	_answer(_disabled(30, 40), _leaver).evidence == [
		_left_at,
		{"field": "/disabled_after", "actual": "2026-11-19"},
		_at("/hours_to_disabled_after", 30, "<= 24"),
	]
	_reason_of(_disabled(25, 25), _leaver) == "disabled_late"
}

test_fail_when_used_after_leaving_though_disabled_in_time if {
	_reason_of(object.union(_disabled(20, 20), _used), _leaver) == "used_after_leaving"
}

test_fail_when_used_after_leaving_and_state_unread if _reason_of(_used, _leaver) == "used_after_leaving"

test_fail_when_used_on_the_last_day_of_the_period if {
	_reason_of(object.union(_used, {"days_since_last_login": 365}), _leaver) == "used_after_leaving"
}

test_every_account_is_answered_though_its_person_was_not_read if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}], "related": {"staff_member": {}}}
	answers := identity_account_leaver.verdicts with input as document
	[answer.reason | some answer in answers] == ["leaver_undecided", "leaver_undecided"]
}
