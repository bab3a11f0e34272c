# METADATA
# title: Dangerous engine privileges stay with administrators
# description: a role passes when it holds no dangerous privilege, or belongs to a person who administers
# schemas:
#   - input: schema["database_role.input"]
package least_privilege.database_role_dangerous

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each role of the batch, by role id
# entrypoint: true
verdicts[role.id] := _verdict(role, input.parameters) if some role in input.resources

_verdict(role, parameters) := verdict.not_applicable("builtin") if role.kind == "builtin"

else := verdict.fail("superuser", [_superuser(role)]) if {
	role.kind in {"application", "service", "shared", "replication"}
	role.is_superuser == true
}

else := verdict.fail("held_without_a_person", [_held(role)]) if {
	role.kind in {"application", "service", "shared", "replication"}
	count(_dangerous(role, parameters)) > 0
}

else := verdict.fail("held_by_no_administrator", [_held(role), _superuser(role)]) if {
	role.kind == "human"
	count(_dangerous(role, parameters)) > 0
	role.is_superuser == false
	_account_is_ordinary(role)
}

# The list of a superuser may be empty, so that alone it proves nothing.
else := verdict.pass([_held(role), _superuser(role)]) if {
	_dangerous(role, parameters) == []
	role.is_superuser == false
}

else := verdict.pass([_superuser(role)]) if {
	role.kind == "human"
	role.is_superuser == true
}

else := verdict.pass([_privileged(role)]) if {
	role.kind == "human"
	input.related.identity_account[role.account_id].privileged == true
}

else := verdict.unknown("superuser_unread") if _dangerous(role, parameters) == []

else := verdict.unknown("holder_unread") if is_array(role.dangerous_privileges)

else := verdict.unknown("privileges_unread")

_dangerous(role, parameters) := lists.missing(role.dangerous_privileges, parameters.monitoring_privileges) if {
	role.kind == "service"
}

else := role.dangerous_privileges

_account_is_ordinary(role) if role.account_id == "none"

_account_is_ordinary(role) if input.related.identity_account[role.account_id].privileged == false

_held(role) := {"field": "/dangerous_privileges", "actual": role.dangerous_privileges}

_superuser(role) := {"field": "/is_superuser", "actual": role.is_superuser}

_privileged(role) := {
	"field": sprintf("/identity_account/%s/privileged", [role.account_id]),
	"actual": input.related.identity_account[role.account_id].privileged,
}
