# METADATA
# title: Number of database superusers is limited
# description: a database passes when few roles log in as superuser; sealed emergency accounts have places of their own
# schemas:
#   - input: schema["database_instance.input"]
package least_privilege.database_instance_superusers

import data.lib.lists
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := answer if {
	some database in input.resources
	answer := _verdict(database, related.records("database_role", database.id), input.parameters)
}

_verdict(database, roles, parameters) := verdict.not_applicable("no_superusers") if database.engine == "dynamodb"

else := verdict.fail("too_many_superusers", [_shown(_sure(roles), limit)]) if {
	limit := parameters.max_superusers + min([count(_may_be_sealed(_sure(roles))), parameters.max_break_glass])
	count(_sure(roles)) > limit
}

else := verdict.pass([_shown(_possible(roles), limit)]) if {
	database.roles_read == true
	limit := parameters.max_superusers + min([count(_sealed(_possible(roles))), parameters.max_break_glass])
	count(_possible(roles)) <= limit
}

else := verdict.unknown("roles_unread")

_shown(roles, limit) := {"field": "/superusers", "actual": [role.name | some role in roles], "expected": limit}

_sure(roles) := [role |
	some role in roles
	role.is_superuser == true
	role.can_login == true
	lists.lacks(["builtin"], role.kind)
]

# Roles of which it is not proved that they do not count.
_possible(roles) := [role |
	excluded := [role.id | some role in roles; _is_excluded(role)]
	some role in roles
	lists.lacks(excluded, role.id)
]

_is_excluded(role) if role.is_superuser == false

_is_excluded(role) if role.can_login == false

_is_excluded(role) if role.kind == "builtin"

_sealed(roles) := [role |
	some role in roles
	input.related.identity_account[role.account_id].kind == "break_glass"
]

# Roles of which it is not proved that no sealed account stands behind them.
_may_be_sealed(roles) := [role |
	ordinary := [role.id | some role in roles; _is_ordinary(role)]
	some role in roles
	lists.lacks(ordinary, role.id)
]

_is_ordinary(role) if role.account_id == "none"

_is_ordinary(role) if lists.lacks(["break_glass"], input.related.identity_account[role.account_id].kind)
