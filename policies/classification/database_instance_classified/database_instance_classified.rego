# METADATA
# title: Every database is classified
# description: |
#   a database passes when a classified data asset names it or each of its tables, or when it bears a tag with its
#   level
# schemas:
#   - input: schema["database_instance.input"]
package classification.database_instance_classified

import data.lib.related
import data.lib.tags
import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := answer if {
	some database in input.resources
	answer := _verdict(database, related.records("database_table", database.id), input.parameters)
}

_verdict(database, tables, parameters) := verdict.pass(evidence) if {
	evidence := _classifying(database.id)
	count(evidence) > 0
}

else := verdict.pass(evidence) if {
	input.complete.database_table == true
	count(tables) > 0
	count([table | some table in tables; count(_classifying(table.id)) > 0]) == count(tables)
	evidence := [said | some said in {fact | some table in tables; some fact in _classifying(table.id)}]
}

else := verdict.pass([_tags(database)]) if {
	tags.say(database.normalised_tags, parameters.tag_keys, parameters.tag_values)
}

# Tags that were read hold no level here: the limb above would have seen it.
else := verdict.fail("not_classified", [_tags(database)]) if {
	is_object(database.normalised_tags)
	_in_no_asset(database, tables)
}

else := verdict.unknown("tags_unread") if _in_no_asset(database, tables)

else := verdict.unknown("register_unread")

# No asset out of sight can name the database, or the table that none of the assets in sight classifies.
_in_no_asset(database, tables) if {
	input.complete.data_asset == true
	_open(database.id)
	_has_open_table(tables)
}

_has_open_table(tables) if tables == []

_has_open_table(tables) if {
	some table in tables
	_open(table.id)
}

_open(id) if {
	assets := related.records("data_asset", id)
	count([asset | some asset in assets; asset.is_classified == false]) == count(assets)
}

_classifying(id) := [_classified(asset) |
	some asset in related.records("data_asset", id)
	asset.is_classified == true
]

_classified(asset) := {
	"field": sprintf("/data_asset/%s/is_classified", [asset.id]),
	"actual": asset.is_classified,
	"expected": true,
}

_tags(database) := {"field": "/normalised_tags", "actual": database.normalised_tags}
