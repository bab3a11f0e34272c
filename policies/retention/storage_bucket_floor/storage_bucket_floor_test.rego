package retention.storage_bucket_floor_test

import data.retention.storage_bucket_floor

_bucket := {"id": "b", "lifecycle_read": true, "object_lock_mode": "none", "asset_prefixes": {"a": ""}}

_lock(mode, days) := object.union(_bucket, {"object_lock_mode": mode, "object_lock_days": days})

_asset := {"id": "a", "floor_days": 1825, "retention_rule_id": "t"}

_free := {"id": "f", "floor_days": "none", "retention_rule_id": "none"}

_rule(days) := {"id": "l", "enabled": true, "covers_whole_bucket": true, "prefix": "", "expiration_days": days}

_tagged := {"id": "l", "enabled": true, "covers_whole_bucket": false, "prefix": "", "expiration_days": 30}

_complete := {"data_asset": true, "retention_rule": true}

_world := {
	"bucket": _bucket,
	"assets": [_asset],
	"terms": {"t": {"id": "t", "trigger": "creation"}},
	"rules": [],
	"complete": _complete,
}

_document(world) := {
	"resources": [world.bucket],
	"related": {
		"data_asset": {asset.id: asset | some asset in world.assets},
		"retention_rule": world.terms,
		"lifecycle_rule": {rule.id: rule | some rule in world.rules},
	},
	"links": {
		"data_asset": {world.bucket.id: [asset.id | some asset in world.assets]},
		"lifecycle_rule": {world.bucket.id: [rule.id | some rule in world.rules]},
	},
	"complete": world.complete,
}

_answer(changes) := answer if {
	document := _document(object.union(_world, changes))
	answer := storage_bucket_floor.verdicts.b with input as document
}

_reason_of(changes) := _answer(changes).reason

_event(rules) := {"terms": {"t": {"trigger": "contract_end"}}, "rules": rules}

test_pass_when_nothing_is_deleted if {
	_answer({}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/data_asset/a/floor_days",
		"actual": 1825,
	}]}
}

test_pass_when_objects_are_kept_to_the_last_day if _reason_of({"rules": [_rule(1825)]}) == "pass"

test_pass_when_a_lock_lasts_long_enough if {
	_reason_of({"bucket": _lock("governance", 1825), "rules": [_rule(30)]}) == "pass"
	_reason_of({"bucket": _lock("compliance", 1825), "rules": [{"id": "l"}]}) == "pass"
}

test_pass_when_a_rule_that_was_not_switched_on_or_never_deletes_stands_beside if {
	_reason_of({"rules": [object.union(_rule(30), {"enabled": false})]}) == "pass"
	_reason_of({"rules": [_rule("none")]}) == "pass"
}

test_pass_when_a_rule_of_another_folder_was_read_in_part if {
	logs := {"id": "l", "covers_whole_bucket": false, "prefix": "logs/"}
	_reason_of({"bucket": {"asset_prefixes": {"a": "crm/"}}, "rules": [logs]}) == "pass"
}

test_pass_when_an_event_starts_the_term_and_nothing_deletes if _reason_of(_event([])) == "pass"

test_fail_when_objects_are_deleted_early if {
	_answer({"rules": [_rule(1824)]}) == {"verdict": "fail", "reason": "deleted_early", "evidence": [{
		"field": "/lifecycle_rule/l/expiration_days",
		"actual": 1824,
		"expected": 1825,
	}]}
}

test_fail_when_a_rule_by_tag_deletes_early if _reason_of({"rules": [_tagged]}) == "deleted_early"

test_fail_when_the_lock_is_too_short if {
	_reason_of({"bucket": _lock("compliance", 1824), "rules": [_rule(30)]}) == "deleted_early"
}

test_fail_when_registers_are_partial_and_one_asset_is_deleted_early if {
	assets := [_asset, {"id": "o"}]
	complete := {"data_asset": false, "retention_rule": false}
	_reason_of({"assets": assets, "rules": [_rule(30)], "complete": complete}) == "deleted_early"
}

test_unknown_when_an_event_starts_the_term if {
	_reason_of(_event([_rule(2000)])) == "event_starts_term"
	_reason_of(object.union(_event([_rule(30)]), {"bucket": _lock("compliance", 1825)})) == "event_starts_term"
}

test_unknown_when_a_fact_of_an_early_rule_was_not_read if {
	facts := ["enabled", "expiration_days", "covers_whole_bucket"]
	rules := {fact: object.remove(_rule(30), array.concat(["prefix"], [fact])) | some fact in facts}
	count([fact | some fact in facts; _reason_of({"rules": [rules[fact]]}) == "floor_unread"]) == 3
}

test_unknown_when_the_lock_was_not_read if {
	world := {"rules": [_rule(30)], "bucket": {"object_lock_mode": "compliance"}}
	_reason_of(world) == "floor_unread"
	_reason_of(object.union(world, {"bucket": {"object_lock_mode": "unread"}})) == "floor_unread"
}

test_unknown_when_the_trigger_was_not_read if {
	_reason_of({"rules": [_rule(2000)], "terms": {"t": {"trigger": "unread"}}}) == "floor_unread"
}

test_unknown_when_the_lifecycle_was_not_read if _reason_of({"bucket": {"lifecycle_read": "unread"}}) == "floor_unread"

test_unknown_when_a_minimum_was_not_read if {
	_reason_of({"assets": [_asset, {"id": "o"}]}) == "floor_unread"
	_reason_of({"assets": [{"id": "o"}]}) == "floor_unread"
}

test_unknown_when_a_register_is_partial if {
	_reason_of({"complete": {"data_asset": false, "retention_rule": true}}) == "floor_unread"
	_reason_of({"assets": [_free], "complete": {"data_asset": false}}) == "floor_unread"
	_reason_of({"assets": [_free], "complete": {"data_asset": true, "retention_rule": false}}) == "floor_unread"
}

test_pass_when_another_asset_has_no_minimum if _reason_of({"assets": [_asset, _free]}) == "pass"

test_not_applicable_when_no_asset_has_a_minimum if {
	_answer({"assets": [_free], "rules": [_rule(1)]}).verdict == "not_applicable"
	_reason_of({"assets": []}) == "no_floor"
}

test_every_bucket_is_answered if {
	document := {
		"resources": [{"id": "x"}, {"id": "y"}],
		"links": {"data_asset": {"x": [], "y": []}},
		"complete": {"data_asset": false},
	}
	answers := storage_bucket_floor.verdicts with input as document
	count(answers) == 2
}
