# METADATA
# title: Database versions are supported and updated
# description: a database passes when its version still gets fixes and, on AWS, minor versions install themselves
# schemas:
#   - input: schema["database_instance.input"]
package vulnerabilities.database_instance_support

import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := _verdict(database) if some database in input.resources

_verdict(database) := verdict.not_applicable("no_version") if database.engine == "dynamodb"

else := verdict.fail("past_support", [_end(database)]) if {
	database.engine in {"postgresql", "mysql", "mariadb", "aurora", "other"}
	database.past_support == true
}

else := verdict.fail("upgrades_off", [_upgrades(database)]) if {
	database.hosting == "aws"
	database.auto_minor_upgrade == false
}

else := verdict.pass([_end(database)]) if {
	database.past_support == false
	_updated(database)
}

# The service keeps its version supported by itself.
else := verdict.pass([{"field": "/engine", "actual": database.engine}]) if {
	database.engine == "redshift"
	_updated(database)
}

else := verdict.unknown("support_unread") if _updated(database)

else := verdict.unknown("upgrades_unread")

_updated(database) if database.hosting in {"self_hosted", "other_cloud"}

_updated(database) if database.auto_minor_upgrade == true

_end(database) := {"field": "/engine_eol_date", "actual": database.engine_eol_date}

_upgrades(database) := {"field": "/auto_minor_upgrade", "actual": database.auto_minor_upgrade, "expected": true}
