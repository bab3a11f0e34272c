package access.identity_account_leaver_test

# The helpers stand in the other file of this package.

test_unknown_when_disabled_between_two_readings if {
	_reason_of(_disabled(10, 40), _leaver) == "disabled_between_snapshots"
}

test_unknown_when_the_time_of_disabling_was_not_read if _reason_of({"enabled": false}, _leaver) == "closing_unread"

test_unknown_when_the_state_was_not_read if _reason_of({}, _leaver) == "closing_unread"

test_unknown_when_the_leaver_has_no_date if _reason_of({"enabled": false}, _undated) == "leaving_date_missing"

test_unknown_when_the_roster_is_stale if {
	_reason_of({"enabled": true}, {"has_left": false, "roster_age_days": 8}) == "roster_stale"
}

test_unknown_when_the_person_is_not_in_the_roster if {
	_reason_of({"staff_id": "x", "enabled": true}, {"has_left": true}) == "leaver_undecided"
}

test_unknown_when_leaving_is_undecided if {
	_reason_of({"enabled": true}, {"end_date": "none"}) == "leaver_undecided"
	_reason_of(_disabled(10, 40), {"end_date": "2026-11-18"}) == "leaver_undecided"
}

test_not_applicable_when_no_person_stands_behind if _reason_of({"staff_id": "none"}, {}) == "no_person"

test_not_applicable_when_in_service_by_a_fresh_roster if {
	_reason_of({"enabled": true}, {"has_left": false, "roster_age_days": 7}) == "in_service"
}

test_not_applicable_until_the_limit if {
	due := {"verdict": "not_applicable", "reason": "due", "evidence": [{"field": "/due_until", "actual": "2026-11-19"}]}
	_answer({"enabled": true}, _left(10, 1)) == due
	_answer(object.union(_used, {"enabled": true}), _left(24, 2)) == due
}

# 24 hours after a last working day 368 days ago the limit lies 366 days back.
test_not_applicable_when_closed_before_the_period if {
	_reason_of({"enabled": false, "days_since_seen_open": "none"}, _left(9000, 368)) == "closed_before_the_period"
	_reason_of({"enabled": false, "days_since_seen_open": 366}, _left(9000, 368)) == "closed_before_the_period"
}

test_judged_when_the_limit_or_a_trace_lies_in_the_period if {
	_reason_of({"enabled": false, "days_since_seen_open": "none"}, _left(9000, 367)) == "closing_unread"
	_reason_of({"enabled": false, "days_since_seen_open": 365}, _left(9000, 368)) == "closing_unread"
	_reason_of({"days_since_seen_open": "none"}, _left(9000, 368)) == "closing_unread"
}
