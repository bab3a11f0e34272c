# METADATA
# title: Application roles have no administrative or DDL rights
# description: a role passes when it holds none of these rights; a migration role may change objects
# schemas:
#   - input: schema["database_role.input"]
package least_privilege.database_role_application

import data.lib.verdict

# METADATA
# description: one answer for each role of the batch, by role id
# entrypoint: true
verdicts[role.id] := _verdict(role) if some role in input.resources

_verdict(role) := verdict.not_applicable("no_application") if role.kind in {"human", "shared", "builtin", "replication"}

else := verdict.fail("superuser", [_superuser(role)]) if {
	_is_application(role)
	role.is_superuser == true
}

else := verdict.fail("creates_roles", [_creates_roles(role)]) if {
	_is_application(role)
	role.can_create_role == true
}

else := verdict.fail("bypasses_row_security", [_bypasses(role)]) if {
	_is_application(role)
	role.bypass_row_security == true
}

else := verdict.fail("dangerous_privileges", [_dangerous(role)]) if {
	_is_application(role)
	count(role.dangerous_privileges) > 0
}

else := verdict.fail("changes_objects", [_ddl(role)]) if {
	_is_application(role)
	role.ddl_privileges == true
	role.is_migration_role == false
}

else := verdict.pass([_superuser(role), _creates_roles(role), _bypasses(role), _dangerous(role), objects]) if {
	role.is_superuser == false
	role.can_create_role == false
	role.bypass_row_security == false
	role.dangerous_privileges == []
	objects := _leaves_objects(role)
}

else := verdict.unknown("rights_unread") if is_string(role.kind)

else := verdict.unknown("kind_unread")

_is_application(role) if role.kind in {"application", "service"}

# What proves that objects change in migrations at most.
_leaves_objects(role) := _ddl(role) if role.ddl_privileges == false

else := {"field": "/is_migration_role", "actual": role.is_migration_role} if {
	_is_application(role)
	role.is_migration_role == true
}

_superuser(role) := {"field": "/is_superuser", "actual": role.is_superuser, "expected": false}

_creates_roles(role) := {"field": "/can_create_role", "actual": role.can_create_role, "expected": false}

_bypasses(role) := {"field": "/bypass_row_security", "actual": role.bypass_row_security, "expected": false}

_dangerous(role) := {"field": "/dangerous_privileges", "actual": role.dangerous_privileges, "expected": []}

_ddl(role) := {"field": "/ddl_privileges", "actual": role.ddl_privileges, "expected": false}
