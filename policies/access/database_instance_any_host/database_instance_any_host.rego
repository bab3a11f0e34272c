# METADATA
# title: No account of a database accepts any host
# description: a database passes when none of its log-in lines or host patterns matches every address
# schemas:
#   - input: schema["database_instance.input"]
package access.database_instance_any_host

import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := _verdict(database, input.parameters) if some database in input.resources

_verdict(database, parameters) := verdict.not_applicable("no_such_setting") if {
	database.engine in {"dynamodb", "redshift"}
}

else := verdict.not_applicable("rules_of_the_provider") if {
	database.hosting in {"aws", "other_cloud"}
	database.engine_family == "postgresql"
}

else := verdict.not_applicable("closed_by_the_network") if {
	parameters.network_layer_counts == true
	database.publicly_accessible == false
	database.ingress_any == false
}

else := verdict.fail("any_host", [_rules(database)]) if count(database.open_host_rules) > 0

else := verdict.pass([_rules(database)]) if database.open_host_rules == []

else := verdict.unknown("rules_unread")

_rules(database) := {"field": "/open_host_rules", "actual": database.open_host_rules, "expected": []}
