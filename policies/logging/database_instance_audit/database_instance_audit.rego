# METADATA
# title: Databases record log-in, change and read
# description: a database passes when its audit log is on, records what its data level needs, and goes somewhere
# schemas:
#   - input: schema["database_instance.input"]
package logging.database_instance_audit

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := _verdict(database, input.parameters) if some database in input.resources

_verdict(database, parameters) := verdict.not_applicable("public_data") if database.data_level in {"none", "public"}

else := verdict.fail("audit_off", [_enabled(database)]) if database.audit_enabled == false

else := verdict.fail("scope_too_small", [_scope(database, parameters)]) if {
	count(lists.missing(_needed(database, parameters), database.audit_scope)) > 0
}

else := verdict.fail("no_destination", [_destination(database)]) if database.log_source_id == "none"

else := verdict.pass([_enabled(database), _scope(database, parameters), _destination(database)]) if {
	database.audit_enabled == true
	lists.missing(_needed(database, parameters), database.audit_scope) == []
	is_string(database.log_source_id)
}

else := verdict.unknown("audit_unread")

# A service that knows only some classes of statements has to record those.
_needed(database, parameters) := [class | some class in wanted; class in known] if {
	wanted := parameters.scope_by_level[database.judged_level]
	known := parameters.engine_scope[database.engine]
}

else := parameters.scope_by_level[database.judged_level]

_enabled(database) := {"field": "/audit_enabled", "actual": database.audit_enabled, "expected": true}

_scope(database, parameters) := {
	"field": "/audit_scope",
	"actual": database.audit_scope,
	"expected": _needed(database, parameters),
}

_destination(database) := {"field": "/log_source_id", "actual": database.log_source_id}
