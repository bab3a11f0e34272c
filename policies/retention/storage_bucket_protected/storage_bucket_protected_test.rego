package retention.storage_bucket_protected_test

import data.retention.storage_bucket_protected

_bucket := {"id": "b", "lifecycle_read": true, "object_lock_mode": "none", "object_lock_days": 0}

_with(facts) := object.union(_bucket, facts)

_lock(mode, days) := _with({"object_lock_mode": mode, "object_lock_days": days, "versioning": "enabled"})

_asset(days) := {"id": "a", "floor_days": days}

_free := {"id": "f", "floor_days": "none"}

_rule(days) := {"id": "l", "enabled": true, "noncurrent_expiration_days": days}

_complete := {"data_asset": true, "retention_rule": true}

_document(bucket, assets, rules, complete) := {
	"resources": [bucket],
	"related": {
		"data_asset": {asset.id: asset | some asset in assets},
		"lifecycle_rule": {rule.id: rule | some rule in rules},
	},
	"links": {
		"data_asset": {bucket.id: [asset.id | some asset in assets]},
		"lifecycle_rule": {bucket.id: [rule.id | some rule in rules]},
	},
	"complete": complete,
}

_answer(bucket, assets, rules, complete) := answer if {
	document := _document(bucket, assets, rules, complete)
	answer := storage_bucket_protected.verdicts.b with input as document
}

_reason_of(bucket, rules) := _answer(bucket, [_asset(1825), _free], rules, _complete).reason

test_pass_when_a_lock_lasts_to_the_last_day if {
	_answer(_lock("compliance", 1825), [_asset(1825)], [], _complete) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [
			{"field": "/data_asset/a/floor_days", "actual": 1825},
			{"field": "/object_lock_mode", "actual": "compliance"},
			{"field": "/object_lock_days", "actual": 1825},
			{"field": "/versioning", "actual": "enabled"},
		],
	}
	_reason_of(_lock("governance", 1825), [_rule(90)]) == "pass"
}

test_pass_when_versions_last if {
	_reason_of(_with({"versioning": "enabled"}), []) == "pass"
	_reason_of(_with({"versioning": "enabled"}), [_rule("none")]) == "pass"
	_reason_of(_with({"versioning": "enabled"}), [_rule(1825)]) == "pass"
	_reason_of(_with({"versioning": "enabled"}), [object.union(_rule(90), {"enabled": false})]) == "pass"
}

test_fail_when_lock_and_versions_are_too_short if {
	_answer(_lock("governance", 30), [_asset(1825)], [_rule(90)], _complete) == {
		"verdict": "fail",
		"reason": "not_protected",
		"evidence": [
			{"field": "/data_asset/a/floor_days", "actual": 1825},
			{"field": "/object_lock_mode", "actual": "governance"},
			{"field": "/object_lock_days", "actual": 30},
			{"field": "/versioning", "actual": "enabled"},
		],
	}
}

test_fail_when_there_are_no_versions if {
	_reason_of(_with({"versioning": "disabled"}), []) == "not_protected"
	_reason_of(_with({"versioning": "suspended"}), []) == "not_protected"
}

test_fail_when_versions_end_early_and_versioning_was_not_read if _reason_of(_bucket, [_rule(1824)]) == "not_protected"

test_fail_when_an_asset_is_not_protected_and_the_register_is_partial if {
	bucket := _with({"versioning": "disabled"})
	assets := [_asset(1825), {"id": "o"}]
	_answer(bucket, assets, [], {"data_asset": false, "retention_rule": false}).verdict == "fail"
}

test_unknown_when_versioning_was_not_read if _reason_of(_bucket, []) == "protection_unread"

test_unknown_when_the_lock_was_not_read if {
	_reason_of({"id": "b", "lifecycle_read": true, "versioning": "disabled"}, []) == "protection_unread"
}

test_unknown_when_a_rule_was_not_read if {
	_reason_of(_with({"versioning": "enabled"}), [{"id": "l", "enabled": true}]) == "protection_unread"
	_reason_of(_with({"versioning": "enabled"}), [object.remove(_rule(90), ["enabled"])]) == "protection_unread"
	_reason_of(_with({"versioning": "enabled", "lifecycle_read": "unread"}), []) == "protection_unread"
}

test_unknown_when_a_minimum_was_not_read if {
	bucket := _lock("compliance", 1825)
	_answer(bucket, [_asset(1825), {"id": "o"}], [], _complete).verdict == "unknown"
	_answer(bucket, [_asset(1825)], [], {"data_asset": false, "retention_rule": true}).verdict == "unknown"
	_answer(bucket, [{"id": "o"}], [], _complete).verdict == "unknown"
	_answer(bucket, [_free], [], {"data_asset": true, "retention_rule": false}).verdict == "unknown"
}

test_not_applicable_when_no_asset_has_a_minimum if {
	_answer(_bucket, [_free], [], _complete).verdict == "not_applicable"
	_answer(_bucket, [], [], _complete).reason == "no_floor"
}

test_every_bucket_is_answered if {
	document := {
		"resources": [{"id": "x"}, {"id": "y"}],
		"links": {"data_asset": {"x": [], "y": []}},
		"complete": {"data_asset": false},
	}
	answers := storage_bucket_protected.verdicts with input as document
	count(answers) == 2
}
