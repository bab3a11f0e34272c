# METADATA
# title: No permission is a full wildcard
# description: a grant fails when all actions, or all of one service, are allowed on all resources
# schemas:
#   - input: schema["access_grant.input"]
package least_privilege.access_grant_wildcard

import data.lib.verdict

# METADATA
# description: one answer for each grant of the batch, by grant id
# entrypoint: true
verdicts[grant.id] := _verdict(grant, input.parameters) if some grant in input.resources

_verdict(grant, parameters) := verdict.not_applicable("database_role") if grant.principal_type == "database_role"

else := verdict.not_applicable("administrator") if grant.principal_id in parameters.admin_roles

else := verdict.not_applicable("break_glass") if {
	input.related.identity_account[grant.principal_id].kind == "break_glass"
}

else := verdict.fail("everything", _flags(grant)) if {
	_is_wildcard(grant)
	grant.wildcard_level == "all"
}

else := verdict.fail("whole_service", _flags(grant)) if {
	_is_wildcard(grant)
	grant.wildcard_level == "service"
}

else := verdict.fail("wildcard", _flags(grant)) if _is_wildcard(grant)

else := verdict.pass([_item("wildcard_action", false)]) if grant.wildcard_action == false

else := verdict.pass([_item("wildcard_resource", false)]) if grant.wildcard_resource == false

else := verdict.unknown("permission_unread")

_is_wildcard(grant) if {
	grant.wildcard_action == true
	grant.wildcard_resource == true
}

_flags(grant) := [
	{"field": "/wildcard_action", "actual": grant.wildcard_action, "expected": false},
	{"field": "/wildcard_resource", "actual": grant.wildcard_resource, "expected": false},
]

_item(field, value) := {"field": sprintf("/%s", [field]), "actual": value}
