package retention.storage_bucket_ceiling_test

import data.retention.storage_bucket_ceiling

_bucket := {"id": "b", "lifecycle_read": true, "asset_prefixes": {"a": ""}}

_asset := {"id": "a", "judged_level": "personal", "retention_rule_id": "t"}

_by_age := {"id": "t", "max_days": 365, "ends_by_age": true, "is_permanent": false}

_by_event := {"id": "t", "max_days": 365, "ends_by_age": false, "is_permanent": false}

_permanent := {"id": "t", "max_days": "none", "is_permanent": true, "permanent_basis": "Archives Law 14"}

_rule(days) := {"id": "l", "enabled": true, "covers_whole_bucket": true, "expiration_days": days}

_tagged := {"id": "l", "enabled": true, "covers_whole_bucket": false, "other_filter": true, "expiration_days": 365}

_done(days) := {"id": "d", "is_done": true, "days_since_executed": days, "executed_at": "2026-11-01"}

_late(days) := {"id": "d", "is_done": false, "days_since_due": days, "due_at": "2026-10-01"}

_document(world) := {
	"parameters": {"event_evidence_days": 184, "grace_days": 30},
	"resources": [world.bucket],
	"related": {
		"data_asset": {asset.id: asset | some asset in world.assets},
		"retention_rule": {terms.id: terms | some terms in world.terms},
		"lifecycle_rule": {rule.id: rule | some rule in world.rules},
		"destruction_record": {record.id: record | some record in world.records},
	},
	"links": {
		"data_asset": {world.bucket.id: [asset.id | some asset in world.assets]},
		"lifecycle_rule": {world.bucket.id: [rule.id | some rule in world.rules]},
		"destruction_record": {asset.id: [record.id | some record in world.records] | some asset in world.assets},
	},
	"complete": world.complete,
}

_world := {
	"bucket": _bucket,
	"assets": [_asset],
	"terms": [_by_age],
	"rules": [_rule(365)],
	"records": [],
	"complete": {"data_asset": true, "destruction_record": true},
}

_answer(changes) := answer if {
	document := _document(object.union(_world, changes))
	answer := storage_bucket_ceiling.verdicts.b with input as document
}

_reason_of(changes) := _answer(changes).reason

_event(records) := {"terms": [_by_event], "rules": [], "records": records}

test_pass_when_a_rule_for_the_whole_bucket_ends_on_the_last_day if {
	_answer({}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/lifecycle_rule/l/expiration_days",
		"actual": 365,
	}]}
}

test_pass_when_one_rule_proves_it_and_others_were_not_read if {
	_reason_of({"rules": [{"id": "k"}, _rule(365)], "bucket": {"lifecycle_read": "unread"}}) == "pass"
}

test_pass_when_disposals_are_recorded if {
	answer := _answer(_event([_done(184)]))
	answer.verdict == "pass"
	answer.evidence == [{"field": "/destruction_record/d/executed_at", "actual": "2026-11-01"}]
}

test_pass_when_other_assets_are_free if {
	other := {"id": "o", "judged_level": "internal", "retention_rule_id": "none"}
	_answer({"assets": [_asset, other]}).evidence[1] == {"field": "/data_asset/o/judged_level", "actual": "internal"}
}

test_fail_when_only_a_tag_rule_deletes if {
	answer := _answer({"rules": [_tagged]})
	answer.verdict == "fail"
	answer.evidence == [{"field": "/retention_rule/t/max_days", "actual": 365}]
}

test_fail_when_there_is_no_rule if _reason_of({"rules": []}) == "no_expiry"

test_fail_when_the_rule_is_a_day_too_long if _reason_of({"rules": [_rule(366)]}) == "no_expiry"

test_fail_when_no_rule_helps_and_the_register_is_partial if {
	_reason_of({"rules": [], "complete": {"data_asset": false, "destruction_record": false}}) == "no_expiry"
}

test_fail_when_a_disposal_is_overdue if {
	answer := _answer(_event([_late(31)]))
	answer.reason == "disposal_overdue"
	answer.evidence == [{"field": "/destruction_record/d/due_at", "actual": "2026-10-01"}]
}

test_unknown_when_nothing_was_disposed_of_lately if {
	_reason_of(_event([])) == "no_disposal"
	_reason_of(_event([_done(185)])) == "no_disposal"
}

test_unknown_when_no_asset_is_registered if _reason_of({"assets": []}) == "no_asset"

test_unknown_when_a_register_is_partial if {
	_reason_of({"complete": {"data_asset": false}}) == "term_unread"
	_reason_of({"assets": [], "complete": {"data_asset": false}}) == "term_unread"
	_reason_of(object.union(_event([_done(1)]), {"complete": {"destruction_record": false}})) == "term_unread"
}

test_unknown_when_the_lifecycle_was_not_read if {
	_reason_of({"rules": [], "bucket": {"lifecycle_read": "unread"}}) == "term_unread"
}

test_unknown_when_a_fact_of_the_only_rule_was_not_read if {
	facts := ["enabled", "expiration_days", "covers_whole_bucket"]
	count([fact | some fact in facts; _reason_of({"rules": [object.remove(_rule(365), [fact])]}) == "term_unread"]) == 3
}

test_unknown_when_a_fact_of_the_terms_was_not_read if {
	_reason_of({"terms": [object.remove(_by_age, ["max_days"])]}) == "term_unread"
	_reason_of({"terms": [object.remove(_by_age, ["ends_by_age"])]}) == "term_unread"
}

test_unknown_when_the_asset_has_no_ceiling if {
	_reason_of({"assets": [object.union(_asset, {"retention_rule_id": "none"})]}) == "term_unread"
	_reason_of({"terms": [{"id": "t", "max_days": "none", "is_permanent": false}]}) == "term_unread"
}

test_not_applicable_when_the_bucket_holds_nothing_personal if {
	_reason_of({"bucket": {"data_level": "internal"}}) == "not_personal"
}

test_not_applicable_when_the_law_keeps_every_asset_for_ever if {
	_reason_of({"terms": [_permanent], "rules": []}) == "nothing_bound"
}

test_unknown_when_every_known_asset_is_free_and_the_register_is_partial if {
	_reason_of({"terms": [_permanent], "complete": {"data_asset": false}}) == "term_unread"
}

test_every_bucket_is_answered if {
	document := {
		"parameters": {"event_evidence_days": 184, "grace_days": 30},
		"resources": [{"id": "x"}, {"id": "y"}],
		"links": {"data_asset": {"x": [], "y": []}},
	}
	answers := storage_bucket_ceiling.verdicts with input as document
	count(answers) == 2
}
