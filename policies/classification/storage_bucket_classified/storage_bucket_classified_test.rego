package classification.storage_bucket_classified_test

import data.classification.storage_bucket_classified

_document(bucket, assets, complete) := {
	"parameters": {"tag_keys": ["data_level", "数据级别"], "tag_values": ["public", "sensitive", "敏感"]},
	"resources": [bucket],
	"related": {"data_asset": {asset.id: asset | some asset in assets}},
	"links": {"data_asset": {bucket.id: [asset.id | some asset in assets]}},
	"complete": {"data_asset": complete},
}

_answer(facts, assets, complete) := answer if {
	document := _document(object.union({"id": "b"}, facts), assets, complete)
	answer := storage_bucket_classified.verdicts.b with input as document
}

_reason_of(facts, assets, complete) := _answer(facts, assets, complete).reason

_tagged(name, values) := {"normalised_tags": {name: values}}

_asset(classified) := {"id": "a", "is_classified": classified}

test_pass_when_a_classified_asset_lies_there if {
	_answer({}, [_asset(true), {"id": "o"}], false) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/data_asset/a/is_classified",
		"actual": true,
		"expected": true,
	}]}
}

test_pass_when_a_tag_holds_the_level if {
	_answer(_tagged("datalevel", ["sensitive"]), [], false) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/normalised_tags",
		"actual": {"datalevel": ["sensitive"]},
	}]}
	_reason_of(_tagged("数据级别", ["tbd", "敏感"]), [], false) == "pass"
}

test_fail_when_neither_tag_nor_register_holds_a_level if {
	_answer(_tagged("datalevel", ["tbd"]), [], true) == {"verdict": "fail", "reason": "not_classified", "evidence": [{
		"field": "/normalised_tags",
		"actual": {"datalevel": ["tbd"]},
	}]}
	_reason_of({"normalised_tags": {}}, [], true) == "not_classified"
	_reason_of(_tagged("team", ["sensitive"]), [], true) == "not_classified"
}

test_fail_when_the_asset_was_never_classified if {
	_answer({"normalised_tags": {}}, [_asset(false)], true).evidence[0] == {
		"field": "/data_asset/a/is_classified",
		"actual": false,
		"expected": true,
	}
}

test_unknown_when_the_tags_were_not_read if {
	_reason_of({}, [], true) == "tags_unread"
	_reason_of({}, [_asset(false)], true) == "tags_unread"
}

test_unknown_when_the_register_is_partial if _reason_of({"normalised_tags": {}}, [], false) == "register_unread"

test_unknown_when_an_asset_was_read_in_part if {
	_reason_of({"normalised_tags": {}}, [_asset(false), {"id": "o"}], true) == "register_unread"
}

test_every_bucket_is_answered if {
	document := {
		"parameters": {"tag_keys": [], "tag_values": []},
		"resources": [{"id": "x"}, {"id": "y"}],
		"links": {"data_asset": {"x": [], "y": []}},
	}
	answers := storage_bucket_classified.verdicts with input as document
	count(answers) == 2
}
