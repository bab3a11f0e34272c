package access.storage_bucket_public_test

import data.access.storage_bucket_public

_closed := {
	"provider": "aws_s3",
	"public_access_block": "full",
	"policy_public": false,
	"acl_public": false,
}

_public := object.union(_closed, {"data_level": "public", "policy_public": true})

_leaflet := {"id": "leaflet", "judged_level": "public", "is_classified": true, "has_owner": true}

_document(buckets, assets, complete) := {
	"resources": buckets,
	"related": {"data_asset": {asset.id: asset | some asset in assets}},
	"links": {"data_asset": {bucket.id: [asset.id | some asset in assets] | some bucket in buckets}},
	"complete": {"data_asset": complete},
}

_answer(facts, assets, complete) := answer if {
	document := _document([object.union({"id": "b"}, facts)], assets, complete)
	answer := storage_bucket_public.verdicts.b with input as document
}

_reason_of(facts) := _answer(facts, [], true).reason

_but(facts) := object.union(_closed, facts)

_without(field) := object.remove(_closed, [field])

test_pass_when_nothing_is_public_and_the_block_is_full if {
	_answer(_closed, [], true) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/policy_public", "actual": false, "expected": false},
		{"field": "/acl_public", "actual": false, "expected": false},
		{"field": "/public_access_block", "actual": "full", "expected": "full"},
	]}
}

test_pass_when_a_server_without_block_has_nothing_public if {
	facts := {"provider": "s3_compatible", "policy_public": false, "acl_public": false}
	_reason_of(facts) == "pass"
	_reason_of(object.union(facts, {"public_access_block": "partial"})) == "pass"
}

test_fail_when_the_policy_is_public_and_the_acl_was_not_read if {
	_answer({"policy_public": true}, [], true) == {
		"verdict": "fail",
		"reason": "public_policy",
		"evidence": [{"field": "/policy_public", "actual": true, "expected": false}],
	}
}

test_fail_when_the_acl_is_public if _reason_of(_but({"acl_public": true})) == "public_acl"

test_fail_when_one_setting_of_the_block_is_off if {
	_reason_of(_but({"public_access_block": "partial"})) == "block_open"
	_reason_of({"provider": "aws_s3", "public_access_block": "none"}) == "block_open"
}

test_unknown_when_one_fact_was_not_read if {
	fields := ["public_access_block", "policy_public", "acl_public"]
	count([field | some field in fields; _reason_of(_without(field)) == "exposure_unread"]) == 3
}

test_unknown_when_the_provider_of_an_open_block_was_not_read if {
	_reason_of({"policy_public": false, "acl_public": false, "public_access_block": "none"}) == "exposure_unread"
}

test_not_applicable_when_every_asset_is_published_by_its_owner if {
	_answer(_public, [_leaflet], true).verdict == "not_applicable"
}

test_fail_when_public_by_a_tag_only if _reason_of(_public) == "public_policy"

test_fail_when_the_register_is_partial if _answer(_public, [_leaflet], false).verdict == "fail"

test_fail_when_one_asset_is_not_published if {
	spoilt := [{"judged_level": "personal"}, {"is_classified": false}, {"has_owner": false}]
	count([flaw |
		some flaw in spoilt
		other := object.union(object.union(_leaflet, {"id": "other"}), flaw)
		_answer(_public, [_leaflet, other], true).verdict == "fail"
	]) == 3
}

test_every_bucket_is_answered if {
	answers := storage_bucket_public.verdicts with input as _document([{"id": "a"}, {"id": "b"}], [], true)
	count(answers) == 2
}
