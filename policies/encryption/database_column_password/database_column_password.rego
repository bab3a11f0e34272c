# METADATA
# title: Passwords are stored with a salted slow hash
# description: a column of passwords passes when it holds salted hashes of an allowed algorithm and no clear text
# schemas:
#   - input: schema["database_column.input"]
package encryption.database_column_password

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each column of the batch, by column id
# entrypoint: true
verdicts[column.id] := _verdict(column, input.parameters) if some column in input.resources

_verdict(column, parameters) := verdict.fail("not_hashed", [_protection(column)]) if {
	column.category == "password"
	column.protection in {"none", "encrypted", "tokenised", "hashed"}
}

else := verdict.fail("fast_hash", [_algorithm(column, parameters)]) if {
	column.category == "password"
	lists.lacks(_allowed(parameters), column.algorithm_folded)
}

else := verdict.fail("clear_text_found", [_hits(column)]) if {
	column.category == "password"
	column.plaintext_hits > 0
}

else := verdict.pass([_protection(column), _algorithm(column, parameters), _hits(column)]) if {
	column.category == "password"
	column.protection == "salted_hash"
	column.algorithm_folded in _allowed(parameters)
	column.plaintext_hits == 0
}

else := verdict.unknown("storage_unread") if column.category == "password"

else := verdict.not_applicable("no_passwords") if is_string(column.category)

else := verdict.unknown("category_unread")

_allowed(parameters) := [lower(name) | some name in parameters.allowed]

_protection(column) := {"field": "/protection", "actual": column.protection, "expected": "salted_hash"}

_algorithm(column, parameters) := {"field": "/algorithm", "actual": column.algorithm, "expected": parameters.allowed}

_hits(column) := {"field": "/plaintext_hits", "actual": column.plaintext_hits, "expected": 0}
