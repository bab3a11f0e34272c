# METADATA
# title: Database storage is encrypted
# description: a database passes when an accepted mode encrypts its storage; tde has to cover all tablespaces
# schemas:
#   - input: schema["database_instance.input"]
package encryption.database_instance_storage

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := _verdict(database, input.parameters) if some database in input.resources

_verdict(database, parameters) := verdict.not_applicable("public_data") if database.data_level in {"none", "public"}

else := verdict.fail("not_encrypted", [_mode(database, parameters)]) if database.at_rest_encryption == "none"

else := verdict.fail("tablespaces_in_clear", [_mode(database, parameters), _tablespaces(database)]) if {
	database.at_rest_encryption == "tde"
	database.unencrypted_tablespace_count > 0
}

else := verdict.fail("mode_not_accepted", [_mode(database, parameters)]) if {
	lists.lacks(parameters.accepted_modes, database.at_rest_encryption)
}

else := verdict.pass([_mode(database, parameters), _tablespaces(database)]) if {
	database.at_rest_encryption == "tde"
	database.unencrypted_tablespace_count == 0
}

# A loaded keyring does not show that the tables use it.
else := verdict.unknown("tablespaces_unread") if database.at_rest_encryption == "tde"

else := verdict.pass([_mode(database, parameters)]) if database.at_rest_encryption in parameters.accepted_modes

else := verdict.unknown("encryption_unread")

_mode(database, parameters) := {
	"field": "/at_rest_encryption",
	"actual": database.at_rest_encryption,
	"expected": parameters.accepted_modes,
}

_tablespaces(database) := {
	"field": "/unencrypted_tablespace_count",
	"actual": database.unencrypted_tablespace_count,
	"expected": 0,
}
