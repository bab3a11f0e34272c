# METADATA
# title: Databases are not reachable from the internet
# description: a database passes when it has no public address and no rule lets any address reach its port
# schemas:
#   - input: schema["database_instance.input"]
package access.database_instance_exposure

import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := _verdict(database) if some database in input.resources

_verdict(database) := verdict.not_applicable("no_listener") if database.engine == "dynamodb"

else := verdict.not_applicable("public_data") if database.data_level in {"none", "public"}

else := verdict.fail("exposed", [_public(database), _any(database)]) if {
	database.publicly_accessible == true
	database.ingress_any == true
}

else := verdict.fail("public_address", [_public(database)]) if database.publicly_accessible == true

else := verdict.fail("open_to_any_address", [_any(database)]) if database.ingress_any == true

else := verdict.pass([_public(database), _any(database)]) if {
	database.publicly_accessible == false
	database.ingress_any == false
}

else := verdict.unknown("network_unread")

_public(database) := {"field": "/publicly_accessible", "actual": database.publicly_accessible, "expected": false}

_any(database) := {"field": "/ingress_any", "actual": database.ingress_any, "expected": false}
