# METADATA
# title: No log-in to a database is free of a password or anonymous
# description: a database passes when no log-in line waives the password and no account is anonymous
# schemas:
#   - input: schema["database_instance.input"]
package access.database_instance_password_free

import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := _verdict(database) if some database in input.resources

_verdict(database) := verdict.not_applicable("no_such_setting") if database.engine in {"dynamodb", "redshift"}

else := verdict.fail("password_free", [_rules(database)]) if count(database.trust_auth_rules) > 0

else := verdict.fail("anonymous_accounts", [_accounts(database)]) if database.anonymous_account_count > 0

else := verdict.pass([_rules(database), _accounts(database)]) if {
	database.trust_auth_rules == []
	database.anonymous_account_count == 0
}

else := verdict.unknown("logins_unread")

_rules(database) := {"field": "/trust_auth_rules", "actual": database.trust_auth_rules, "expected": []}

_accounts(database) := {
	"field": "/anonymous_account_count",
	"actual": database.anonymous_account_count,
	"expected": 0,
}
