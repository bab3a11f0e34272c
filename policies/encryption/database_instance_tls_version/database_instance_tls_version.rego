# METADATA
# title: TLS versions and cipher suites of databases are current
# description: a database passes when its lowest TLS version is recent enough and it accepts no weak cipher suite
# schemas:
#   - input: schema["database_instance.input"]
package encryption.database_instance_tls_version

import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := _verdict(database, input.parameters) if some database in input.resources

_rank := {"1.0": 0, "1.1": 1, "1.2": 2, "1.3": 3}

_verdict(database, parameters) := verdict.not_applicable("no_such_setting") if {
	database.engine in {"dynamodb", "redshift"}
}

else := verdict.not_applicable("local_only") if database.remote_listener == false

# Nothing can be downgraded while clear text is accepted.
else := verdict.not_applicable("tls_optional") if database.tls_required == false

else := verdict.fail("version_too_old", [_version(database, parameters)]) if {
	_rank[database.tls_min_version] < _rank[parameters.min_version]
}

else := verdict.fail("weak_ciphers", [_ciphers(database)]) if count(database.tls_weak_ciphers) > 0

else := verdict.pass([_version(database, parameters), _ciphers(database)]) if {
	_rank[database.tls_min_version] >= _rank[parameters.min_version]
	database.tls_weak_ciphers == []
}

else := verdict.unknown("tls_settings_unread")

_version(database, parameters) := {
	"field": "/tls_min_version",
	"actual": database.tls_min_version,
	"expected": parameters.min_version,
}

_ciphers(database) := {"field": "/tls_weak_ciphers", "actual": database.tls_weak_ciphers, "expected": []}
