# METADATA
# title: Databases refuse clear-text connections
# description: a database passes when it demands TLS and no log-in line of its own allows clear text
# schemas:
#   - input: schema["database_instance.input"]
package encryption.database_instance_transport

import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := _verdict(database) if some database in input.resources

_verdict(database) := verdict.not_applicable("tls_only_service") if database.engine == "dynamodb"

else := verdict.not_applicable("local_only") if database.remote_listener == false

else := verdict.fail("tls_optional", [_required(database)]) if database.tls_required == false

else := verdict.fail("clear_text_rules", [_rules(database)]) if count(database.plaintext_auth_rules) > 0

else := verdict.pass([_required(database), _rules(database)]) if {
	database.tls_required == true
	database.plaintext_auth_rules == []
}

else := verdict.unknown("rules_unread") if database.tls_required == true

else := verdict.unknown("tls_unread")

_required(database) := {"field": "/tls_required", "actual": database.tls_required, "expected": true}

_rules(database) := {"field": "/plaintext_auth_rules", "actual": database.plaintext_auth_rules, "expected": []}
