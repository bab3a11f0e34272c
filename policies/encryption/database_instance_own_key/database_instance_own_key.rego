# METADATA
# title: Sensitive databases use a key of their own
# description: a database whose data have one of the levels passes when an enabled key of the customer encrypts it
# schemas:
#   - input: schema["database_instance.input"]
package encryption.database_instance_own_key

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := _verdict(database, input.parameters) if some database in input.resources

_verdict(database, parameters) := verdict.not_applicable("other_level") if {
	lists.lacks(parameters.levels, database.judged_level)
}

else := verdict.fail("mode_without_own_key", [_mode(database, parameters)]) if {
	lists.lacks(parameters.owner_key_modes, database.at_rest_encryption)
	_binds(database, parameters)
}

else := verdict.fail("no_key", [_key_id(database)]) if {
	database.kms_key_id == "none"
	_binds(database, parameters)
}

else := verdict.fail("key_of_provider", [_manager(_key(database))]) if {
	_key(database).manager == "provider"
	_binds(database, parameters)
}

else := verdict.fail("key_not_usable", [_state(_key(database))]) if {
	_key(database).state in {"disabled", "pending_deletion"}
	_binds(database, parameters)
}

else := verdict.pass([_mode(database, parameters), _manager(_key(database)), _state(_key(database))]) if {
	database.at_rest_encryption in parameters.owner_key_modes
	_key(database).manager == "customer"
	_key(database).state == "enabled"
}

else := verdict.unknown("key_unread") if _binds(database, parameters)

else := verdict.unknown("level_unread")

_binds(database, parameters) if database.judged_level in parameters.levels

# A database is judged as personal at least, so where that binds the level need not be known.
_binds(_, parameters) if "personal" in parameters.levels

_key(database) := input.related.encryption_key[database.kms_key_id]

_mode(database, parameters) := {
	"field": "/at_rest_encryption",
	"actual": database.at_rest_encryption,
	"expected": parameters.owner_key_modes,
}

_key_id(database) := {"field": "/kms_key_id", "actual": database.kms_key_id}

_manager(key) := {
	"field": sprintf("/encryption_key/%s/manager", [key.id]),
	"actual": key.manager,
	"expected": "customer",
}

_state(key) := {"field": sprintf("/encryption_key/%s/state", [key.id]), "actual": key.state, "expected": "enabled"}
