package access.access_grant_temporary_test

import data.access.access_grant_temporary

_answer(facts) := answer if {
	answers := access_grant_temporary.verdicts with input.resources as [object.union({"id": "g"}, facts)]
	answer := answers.g
}

_reason_of(facts) := _answer(facts).reason

_until(date, days) := {"temporary": true, "expires_at": date, "days_to_expiry": days}

_permanent := {"temporary": false, "expires_at": "none", "days_to_expiry": "none"}

test_pass_when_it_ends_today if {
	_answer(_until("2026-11-21", 0)) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/expires_at",
		"actual": "2026-11-21",
	}]}
	_reason_of({"expires_at": "2026-12-01", "days_to_expiry": 10}) == "pass"
}

test_fail_when_it_has_expired if {
	_reason_of(_until("2026-11-20", -1)) == "expired"
	_reason_of({"temporary": false, "expires_at": "2026-11-14", "days_to_expiry": -7}) == "expired"
	_reason_of({"expires_at": "2026-11-14", "days_to_expiry": -7}) == "expired"
}

test_fail_when_it_has_no_end if {
	_answer(object.union(_permanent, {"temporary": true})).evidence == [
		{"field": "/temporary", "actual": true},
		{"field": "/expires_at", "actual": "none"},
	]
}

test_unknown_when_the_end_was_not_read if {
	_reason_of({"temporary": true}) == "end_unread"
	_reason_of({"temporary": false}) == "end_unread"
	_reason_of(object.remove(_permanent, ["temporary"])) == "end_unread"
}

test_not_applicable_when_permanent if _reason_of(_permanent) == "permanent"

test_every_grant_is_answered if {
	answers := access_grant_temporary.verdicts with input as {"resources": [{"id": "a"}, {"id": "b"}]}
	count(answers) == 2
}
