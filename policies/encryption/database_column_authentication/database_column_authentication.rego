# METADATA
# title: Authentication data are never kept readable
# description: a column of authentication data passes when its values are protected and no clear text was found
# schemas:
#   - input: schema["database_column.input"]
package encryption.database_column_authentication

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each column of the batch, by column id
# entrypoint: true
verdicts[column.id] := _verdict(column, input.parameters) if some column in input.resources

_verdict(column, parameters) := verdict.not_applicable("unused_and_empty") if {
	column.in_use == false
	input.related.database_table[column.table_id].row_estimate == 0
}

# Card security codes may not be kept at all, not even encrypted.
else := verdict.fail("card_code_kept", [_fact("/category", column.category)]) if column.category == "card_sad"

else := verdict.fail("readable", [_fact("/protection", column.protection)]) if {
	_authenticates(column, parameters)
	column.protection == "none"
}

else := verdict.fail("clear_text_found", [_fact("/plaintext_hits", column.plaintext_hits)]) if {
	_authenticates(column, parameters)
	column.plaintext_hits > 0
}

else := verdict.pass([_fact("/protection", column.protection), _fact("/plaintext_hits", column.plaintext_hits)]) if {
	is_string(column.category)
	_authenticates(column, parameters)
	column.protection in {"encrypted", "tokenised", "hashed", "salted_hash"}
	column.plaintext_hits == 0
}

else := verdict.unknown("storage_unread") if _authenticates(column, parameters)

else := verdict.not_applicable("no_authentication_data") if {
	is_string(column.category)
	_no_class_needed(column, parameters)
}

else := verdict.unknown("class_unread") if is_string(column.category)

else := verdict.unknown("category_unread")

_authenticates(column, parameters) if column.category in parameters.categories

_authenticates(column, _) if column.jrt_class == "C3"

# Reached by columns whose category is none of those above and whose class, where read, is not C3.
_no_class_needed(column, _) if is_string(column.jrt_class)

_no_class_needed(column, _) if column.level in {"none", "public", "internal"}

_no_class_needed(column, parameters) if {
	[id] := input.links.organization[column.id]
	sectors := input.related.organization[id].sectors
	lists.missing(sectors, parameters.jrt_sectors) == sectors
}

_fact(field, value) := {"field": field, "actual": value}
