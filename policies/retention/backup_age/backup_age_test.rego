package retention.backup_age_test

import data.retention.backup_age

_backup := {
	"id": "b",
	"source_id": "d",
	"retention_days": 400,
	"expires_at": "2026-12-01",
	"days_past_expiry": -10,
	"is_planned": false,
}

_planned := {"id": "b", "source_id": "d", "retention_days": 400, "is_planned": true}

_answer(backup, assets, complete) := answer if {
	document := {
		"parameters": {"max_backup_days": 400, "overdue_days": 7},
		"resources": [backup],
		"related": {"data_asset": {asset.id: asset | some asset in assets}},
		"links": {"data_asset": {"b": [asset.id | some asset in assets]}},
		"complete": {"data_asset": complete},
	}
	answer := backup_age.verdicts.b with input as document
}

_reason(facts) := _answer(object.union(_backup, facts), [], true).reason

_reason_at(days, assets, complete) := _answer(object.union(_backup, {"retention_days": days}), assets, complete).reason

_floor(days) := [{"id": "a", "floor_days": "none"}, {"id": "c", "floor_days": days}]

test_pass_when_it_ends_on_the_last_day_allowed if {
	_answer(_backup, [], true) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/retention_days",
		"actual": 400,
		"expected": 400,
	}]}
	_answer(_backup, [], false).verdict == "pass"
	_reason({"days_past_expiry": 7}) == "pass"
}

test_pass_when_the_law_orders_a_longer_keeping if {
	_reason_at(1825, _floor(1825), true) == "pass"
	_reason_at(1825, _floor(1825), false) == "pass"
}

test_pass_when_a_planned_copy_has_few_days if _answer(_planned, [], false).verdict == "pass"

test_fail_when_it_never_expires if {
	_reason({"expires_at": "none"}) == "never_expires"
	_reason({"retention_days": "none"}) == "never_expires"
}

test_fail_when_it_is_kept_too_long if {
	_reason_at(401, [], true) == "too_long"
	_reason_at(1826, _floor(1825), true) == "too_long"
	_answer(object.union(_planned, {"retention_days": 401}), [], true).verdict == "fail"
}

test_fail_when_it_is_listed_after_its_expiry if _reason({"days_past_expiry": 8}) == "past_expiry"

test_unknown_when_a_floor_could_allow_it if {
	_reason_at(401, [], false) == "floor_unread"
	_reason_at(401, [{"id": "a"}], true) == "floor_unread"
	sourceless := object.remove(object.union(_backup, {"retention_days": 401}), ["source_id"])
	_answer(sourceless, [], true).reason == "floor_unread"
}

test_unknown_when_the_expiry_was_not_read if {
	_answer(object.remove(_backup, ["expires_at", "days_past_expiry"]), [], true).reason == "expiry_unread"
	_answer(object.remove(_planned, ["is_planned"]), [], true).reason == "expiry_unread"
}

test_unknown_when_the_days_were_not_read if {
	_answer(object.remove(_backup, ["retention_days"]), [], true).reason == "retention_unread"
	_answer({"id": "b", "is_planned": true}, [], true).reason == "retention_unread"
}

test_not_applicable_when_the_copy_is_gone if _reason({"expires_at": "none", "is_deleted": true}) == "deleted"

test_not_applicable_when_the_source_holds_no_personal_data if {
	_reason({"expires_at": "none", "data_level": "internal"}) == "not_personal"
}

test_every_backup_is_answered if {
	document := {
		"parameters": {"max_backup_days": 400, "overdue_days": 7},
		"resources": [{"id": "x"}, {"id": "y"}],
		"related": {"data_asset": {}},
		"links": {"data_asset": {"x": [], "y": []}},
		"complete": {"data_asset": true},
	}
	answers := backup_age.verdicts with input as document
	count(answers) == 2
}
