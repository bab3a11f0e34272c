# METADATA
# title: Databases can be restored and are protected against deletion
# description: a database passes when backups run, are recent and kept long enough, and it cannot be deleted at once
# schemas:
#   - input: schema["database_instance.input"]
package retention.database_instance_recovery

import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := _verdict(database, input.parameters) if some database in input.resources

_verdict(database, parameters) := verdict.not_applicable("not_production") if database.env in {"nonprod", "dr"}

else := verdict.fail("backup_off", [_enabled(database)]) if database.backup_enabled == false

else := verdict.fail("kept_too_short", [_days(database, parameters)]) if {
	database.backup_retention_days < parameters.min_days
}

else := verdict.fail("never_backed_up", [_last(database)]) if {
	database.last_backup_at == "never"
	_is_backed_up_at_times(database)
}

else := verdict.fail("backup_too_old", [_last(database)]) if {
	database.backup_age_min_hours > parameters.max_age_hours
	_is_backed_up_at_times(database)
}

else := verdict.fail("deletion_unprotected", [_protection(database)]) if {
	database.deletion_protection == false
	_is_protectable(database)
}

else := verdict.pass([_enabled(database), _days(database, parameters)]) if {
	_settings_hold(database, parameters)
	_recent(database, parameters)
}

else := verdict.unknown("last_backup_unread") if _settings_hold(database, parameters)

else := verdict.unknown("backup_unread")

# The backups of DynamoDB are continuous.
_is_backed_up_at_times(database) if {
	database.engine in {"postgresql", "mysql", "mariadb", "aurora", "redshift", "other"}
}

_is_protectable(database) if {
	database.engine in {"postgresql", "mysql", "mariadb", "aurora", "dynamodb", "other"}
	database.hosting in {"aws", "other_cloud"}
}

_settings_hold(database, parameters) if {
	database.backup_enabled == true
	database.backup_retention_days >= parameters.min_days
	_protected(database)
}

_recent(database, _) if database.engine == "dynamodb"

_recent(database, parameters) if {
	database.backup_age_max_hours >= 0
	database.backup_age_max_hours <= parameters.max_age_hours
}

_protected(database) if database.deletion_protection == true

# Neither has such a setting.
_protected(database) if database.engine == "redshift"

_protected(database) if database.hosting == "self_hosted"

_enabled(database) := {"field": "/backup_enabled", "actual": database.backup_enabled, "expected": true}

_days(database, parameters) := {
	"field": "/backup_retention_days",
	"actual": database.backup_retention_days,
	"expected": parameters.min_days,
}

_last(database) := {"field": "/last_backup_at", "actual": database.last_backup_at}

_protection(database) := {
	"field": "/deletion_protection",
	"actual": database.deletion_protection,
	"expected": true,
}
