# METADATA
# title: Log and temporary files of databases are encrypted
# description: a database passes when its engine, its log volume or the storage of its service encrypts the files
# schemas:
#   - input: schema["database_instance.input"]
package encryption.database_instance_logs

import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := _verdict(database, input.parameters) if some database in input.resources

_verdict(database, parameters) := verdict.not_applicable("no_log_files") if database.engine == "dynamodb"

else := verdict.not_applicable("public_data") if database.data_level in {"none", "public"}

else := verdict.pass([_setting(database)]) if database.log_files_encrypted == true

else := verdict.pass([_volume(database)]) if database.log_volume_encrypted == true

# The storage of a managed service holds its logs, too.
else := verdict.pass([_hosting(database), _storage(database)]) if {
	database.hosting in {"aws", "other_cloud"}
	database.at_rest_encryption in {"provider_default", "kms_managed", "kms_customer"}
}

else := verdict.fail("storage_in_clear", [_hosting(database), _storage(database)]) if {
	database.at_rest_encryption == "none"
	_logs_lie_in(database, parameters)
}

else := verdict.fail("logs_in_clear", [_setting(database), _volume(database)]) if {
	database.log_files_encrypted == false
	database.log_volume_encrypted == false
	_stands_alone(database)
}

else := verdict.unknown("logs_unread")

# Nothing but the storage of the service can encrypt the logs there.
_logs_lie_in(database, _) if database.hosting == "aws"

_logs_lie_in(database, _) if {
	database.hosting == "other_cloud"
	database.log_files_encrypted == false
}

_logs_lie_in(database, parameters) if {
	database.hosting == "other_cloud"
	database.engine in parameters.engines_without_log_setting
}

# No storage of a service encrypts the logs in place of the engine and the volume.
_stands_alone(database) if database.hosting == "self_hosted"

_stands_alone(database) if database.at_rest_encryption in {"none", "volume", "tde"}

_setting(database) := {"field": "/log_files_encrypted", "actual": database.log_files_encrypted, "expected": true}

_volume(database) := {"field": "/log_volume_encrypted", "actual": database.log_volume_encrypted, "expected": true}

_hosting(database) := {"field": "/hosting", "actual": database.hosting}

_storage(database) := {"field": "/at_rest_encryption", "actual": database.at_rest_encryption}
