package lib.related_test

import data.lib.related

_document := {
	"related": {"data_asset": {"x": {"id": "x"}, "y": {"id": "y"}, "z": {"id": "z"}}},
	"links": {"data_asset": {"a": ["y", "x"], "b": []}},
}

_reached(kind, id) := found if found := related.records(kind, id) with input as _document

else := "undefined"

test_records_keep_the_order_of_the_links if _reached("data_asset", "a") == [{"id": "y"}, {"id": "x"}]

test_a_record_may_have_none if _reached("data_asset", "b") == []

test_undefined_when_the_join_was_not_made if {
	_reached("data_asset", "c") == "undefined"
	_reached("vendor", "a") == "undefined"
}
