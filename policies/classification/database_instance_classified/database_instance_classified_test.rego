package classification.database_instance_classified_test

import data.classification.database_instance_classified

_whole := {"data_asset": true, "database_table": true}

_assets := {
	"good": {"id": "good", "is_classified": true},
	"open": {"id": "open", "is_classified": false},
	"unread": {"id": "unread"},
}

# `held`: the assets that name the database, and those that name each table, by table.
_answer(facts, own, held, complete) := answer if {
	document := {
		"parameters": {"tag_keys": ["data_level"], "tag_values": ["sensitive"]},
		"resources": [object.union({"id": "db"}, facts)],
		"related": {"data_asset": _assets, "database_table": {table: {"id": table} | some table, _ in held}},
		"links": {
			"data_asset": object.union(held, {"db": own}),
			"database_table": {"db": [table | some table, _ in held]},
		},
		"complete": complete,
	}
	answer := database_instance_classified.verdicts.db with input as document
}

_reason_of(own, held, complete) := _answer({"normalised_tags": {}}, own, held, complete).reason

_partial(kind) := object.union(_whole, {kind: false})

test_pass_when_a_classified_asset_names_the_database if {
	_answer({}, ["open", "good"], {}, _partial("data_asset")) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/data_asset/good/is_classified",
		"actual": true,
		"expected": true,
	}]}
}

test_pass_when_every_table_lies_in_a_classified_asset if {
	_answer({}, [], {"t": ["good"], "u": ["open", "good"]}, _whole) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{"field": "/data_asset/good/is_classified", "actual": true, "expected": true}],
	}
}

test_pass_when_a_tag_holds_the_level if {
	facts := {"normalised_tags": {"datalevel": ["tbd", "sensitive"]}}
	_answer(facts, [], {}, _partial("data_asset")).evidence == [{
		"field": "/normalised_tags",
		"actual": {"datalevel": ["tbd", "sensitive"]},
	}]
}

test_fail_when_neither_tag_nor_register_holds_a_level if {
	_answer({"normalised_tags": {"datalevel": ["tbd"]}}, [], {}, _whole) == {
		"verdict": "fail",
		"reason": "not_classified",
		"evidence": [{"field": "/normalised_tags", "actual": {"datalevel": ["tbd"]}}],
	}
	_reason_of(["open"], {}, _whole) == "not_classified"
}

test_fail_when_one_table_lies_in_no_classified_asset if {
	_reason_of([], {"t": ["good"], "u": []}, _whole) == "not_classified"
	_reason_of([], {"t": ["good"], "u": ["open"]}, _partial("database_table")) == "not_classified"
}

test_unknown_when_the_tags_were_not_read if _answer({}, [], {}, _whole).reason == "tags_unread"

test_unknown_when_the_register_is_partial if {
	_reason_of([], {}, _partial("data_asset")) == "register_unread"
	_reason_of([], {"t": []}, _partial("data_asset")) == "register_unread"
}

test_unknown_when_tables_may_be_out_of_sight if {
	_reason_of([], {"t": ["good"]}, _partial("database_table")) == "register_unread"
}

test_unknown_when_an_asset_was_read_in_part if {
	_reason_of(["unread"], {}, _whole) == "register_unread"
	_reason_of([], {"t": ["unread"]}, _whole) == "register_unread"
}

test_every_database_is_answered if {
	document := {
		"parameters": {"tag_keys": [], "tag_values": []},
		"resources": [{"id": "x"}, {"id": "y"}],
		"links": {"data_asset": {"x": [], "y": []}, "database_table": {"x": [], "y": []}},
	}
	answers := database_instance_classified.verdicts with input as document
	count(answers) == 2
}
