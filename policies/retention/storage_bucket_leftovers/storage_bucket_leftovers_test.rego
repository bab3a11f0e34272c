package retention.storage_bucket_leftovers_test

import data.retention.storage_bucket_leftovers

_bucket := {"id": "b", "lifecycle_read": true, "versioning": "enabled", "object_lock_mode": "none"}

_with(facts) := object.union(_bucket, facts)

_rule(versions, uploads) := {
	"id": "l",
	"enabled": true,
	"covers_whole_bucket": true,
	"noncurrent_expiration_days": versions,
	"abort_multipart_days": uploads,
}

_document(bucket, rules, assets, complete) := {
	"parameters": {"noncurrent_days": 90, "multipart_days": 7},
	"resources": [bucket],
	"related": {
		"data_asset": {asset.id: asset | some asset in assets},
		"lifecycle_rule": {rule.id: rule | some rule in rules},
	},
	"links": {
		"data_asset": {bucket.id: [asset.id | some asset in assets]},
		"lifecycle_rule": {bucket.id: [rule.id | some rule in rules]},
	},
	"complete": {"data_asset": complete},
}

_answer(bucket, rules, assets, complete) := answer if {
	document := _document(bucket, rules, assets, complete)
	answer := storage_bucket_leftovers.verdicts.b with input as document
}

_reason_of(bucket, rules) := _answer(bucket, rules, [], true).reason

_reason_with(days, assets, complete) := _answer(_bucket, [_rule(days, 7)], assets, complete).reason

_without(fact) := [object.remove(_rule(90, 7), [fact])]

test_pass_when_both_end_on_the_last_day if {
	_answer(_bucket, [_rule(90, 7)], [], true) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/lifecycle_rule/l/noncurrent_expiration_days", "actual": 90, "expected": 90},
		{"field": "/lifecycle_rule/l/abort_multipart_days", "actual": 7, "expected": 7},
	]}
}

test_pass_when_there_are_no_versions if _reason_of(_with({"versioning": "disabled"}), [_rule("none", 7)]) == "pass"

test_pass_when_a_legal_minimum_keeps_versions if {
	_reason_with(1825, [{"id": "a", "floor_days": 1825}, {"id": "f", "floor_days": "none"}], true) == "pass"
}

test_pass_when_a_lock_keeps_versions if {
	_reason_of(_with({"object_lock_mode": "compliance", "object_lock_days": 400}), [_rule(400, 7)]) == "pass"
}

test_pass_when_the_house_limit_holds_and_other_limits_were_not_read if {
	_answer({"id": "b", "versioning": "suspended"}, [{"id": "k"}, _rule(90, 7)], [{"id": "a"}], false).reason == "pass"
}

test_fail_when_versions_stay_too_long if {
	_answer(_bucket, [_rule(91, 7)], [], true) == {"verdict": "fail", "reason": "versions_stay", "evidence": [{
		"field": "/lifecycle_rule/l/noncurrent_expiration_days",
		"actual": 91,
		"expected": 90,
	}]}
	_reason_of(_with({"versioning": "suspended"}), [_rule("none", 7)]) == "versions_stay"
}

test_fail_when_versions_outlast_lock_and_minimum if {
	bucket := _with({"object_lock_mode": "governance", "object_lock_days": 100})
	_answer(bucket, [_rule(201, 7)], [{"id": "a", "floor_days": 200}], true).reason == "versions_stay"
}

test_fail_when_versions_never_end_whatever_the_limit if {
	_answer(_bucket, [_rule("none", 7)], [{"id": "a"}], false).reason == "versions_stay"
}

test_fail_when_uploads_stay_and_versioning_was_not_read if {
	bucket := {"id": "b", "lifecycle_read": true}
	_answer(bucket, [_rule(90, 8)], [], true) == {"verdict": "fail", "reason": "uploads_stay", "evidence": [{
		"field": "/lifecycle_rule/l/abort_multipart_days",
		"actual": 8,
		"expected": 7,
	}]}
	_reason_of(bucket, [_rule(90, "none")]) == "uploads_stay"
	_reason_of(bucket, []) == "uploads_stay"
}

test_fail_when_the_rule_is_off_or_narrow if {
	_reason_of(_bucket, [object.union(_rule(90, 7), {"enabled": false})]) == "uploads_stay"
	_reason_of(_bucket, [object.union(_rule(90, 7), {"covers_whole_bucket": false})]) == "uploads_stay"
	narrow := object.union(_rule(90, 7), {"id": "n", "covers_whole_bucket": false})
	_reason_of(_bucket, [_rule("none", 7), narrow]) == "versions_stay"
}

test_unknown_when_a_limit_may_be_longer if {
	_reason_with(400, [{"id": "a"}], true) == "leftovers_unread"
	_reason_with(400, [{"id": "a", "floor_days": 1825}], false) == "leftovers_unread"
	_reason_of(object.remove(_bucket, ["object_lock_mode"]), [_rule(400, 7)]) == "leftovers_unread"
	_reason_of(_with({"object_lock_mode": "compliance"}), [_rule(400, 7)]) == "leftovers_unread"
}

test_unknown_when_a_fact_of_the_only_rule_was_not_read if {
	facts := ["enabled", "covers_whole_bucket", "noncurrent_expiration_days", "abort_multipart_days"]
	count([fact | some fact in facts; _reason_of(_bucket, _without(fact)) == "leftovers_unread"]) == 4
}

test_unknown_when_the_lifecycle_was_not_read if {
	_reason_of({"id": "b", "versioning": "enabled"}, []) == "leftovers_unread"
}

test_unknown_when_versioning_was_not_read if {
	_reason_of(object.remove(_bucket, ["versioning"]), [_rule("none", 7)]) == "leftovers_unread"
}

test_not_applicable_when_the_bucket_holds_nothing_personal if {
	_answer(_with({"data_level": "internal"}), [], [], true).verdict == "not_applicable"
}

test_every_bucket_is_answered if {
	links := {"data_asset": {"x": [], "y": []}, "lifecycle_rule": {"x": [], "y": []}}
	parameters := {"noncurrent_days": 90, "multipart_days": 7}
	document := {"parameters": parameters, "resources": [{"id": "x"}, {"id": "y"}], "links": links}
	answers := storage_bucket_leftovers.verdicts with input as document
	count(answers) == 2
}
