# METADATA
# title: Database password and lock-out rules
# description: a database passes when it demands long and complex passwords and locks out after few failed attempts
# schemas:
#   - input: schema["database_instance.input"]
package authentication.database_instance_password_policy

import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := answer if {
	some database in input.resources
	answer := _verdict(database, related.records("database_role", database.id), input.parameters)
}

_verdict(database, roles, parameters) := verdict.not_applicable("no_such_setting") if {
	database.engine in {"dynamodb", "redshift"}
}

else := verdict.not_applicable("no_passwords") if {
	input.complete.database_role == true
	count([role | some role in roles; role.can_login == true]) > 0
	count([role | some role in roles; _needs_no_password(role)]) == count(roles)
}

else := verdict.fail("too_short", [_length(database, parameters)]) if {
	database.password_min_length < parameters.min_length_chars
}

else := verdict.fail("not_complex", [_complexity(database)]) if database.password_complexity == false

else := verdict.fail("no_lockout", [_attempts(database, parameters)]) if database.login_lockout_threshold == 0

else := verdict.fail("too_many_attempts", [_attempts(database, parameters)]) if {
	database.login_lockout_threshold > parameters.max_attempts
}

else := verdict.pass([_length(database, parameters), _complexity(database), _attempts(database, parameters)]) if {
	database.password_min_length >= parameters.min_length_chars
	database.password_complexity == true
	database.login_lockout_threshold >= 1
	database.login_lockout_threshold <= parameters.max_attempts
}

else := verdict.unknown("rules_unread")

_needs_no_password(role) if role.can_login == false

_needs_no_password(role) if role.password_method in {"external", "iam"}

_length(database, parameters) := {
	"field": "/password_min_length",
	"actual": database.password_min_length,
	"expected": parameters.min_length_chars,
}

_complexity(database) := {"field": "/password_complexity", "actual": database.password_complexity, "expected": true}

_attempts(database, parameters) := {
	"field": "/login_lockout_threshold",
	"actual": database.login_lockout_threshold,
	"expected": parameters.max_attempts,
}
