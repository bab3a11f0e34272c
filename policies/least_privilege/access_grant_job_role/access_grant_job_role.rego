# METADATA
# title: Grants stay within the job role
# description: |
#   a grant passes when each action is allowed to everybody who uses it by an approved job role of their job, or, where
#   no person does, by the job role that the grant names
# schemas:
#   - input: schema["access_grant.input"]
package least_privilege.access_grant_job_role

import data.lib.job_role
import data.lib.people
import data.lib.verdict

# METADATA
# description: one answer for each grant of the batch, by grant id
# entrypoint: true
verdicts[grant.id] := _verdict(grant) if some grant in input.resources

_verdict(grant) := verdict.not_applicable("harmless_data") if grant.data_level in {"none", "public"}

else := verdict.not_applicable("allows_nothing") if grant.actions == []

else := verdict.not_applicable("outsider") if grant.principal_type in {"external", "public"}

else := verdict.not_applicable("nobody") if {
	people.nobody(grant)
	_is_for_members(grant)
}

else := verdict.fail("beyond_job", array.concat([_actions(excess)], people.shown(people.of(grant)))) if {
	input.complete.role_definition == true
	excess := [action | some action in grant.actions; count(_not_allowed(grant, action)) > 0]
	count(excess) > 0
}

else := verdict.fail("beyond_role", [_actions(grant.actions), _role(grant)]) if {
	input.complete.role_definition == true
	people.nobody(grant)
	_is_service(grant)
	_exceeds_own_role(grant)
}

else := verdict.pass(array.concat([_actions(grant.actions)], people.shown(people.of(grant)))) if {
	grant.people_read == true
	count(grant.people_ids) > 0
	allowed := [action | some action in grant.actions; count(_allowed(grant, action)) == count(grant.people_ids)]
	count(allowed) == count(grant.actions)
}

else := verdict.pass([_actions(grant.actions), _role(grant)]) if {
	people.nobody(grant)
	role := input.related.role_definition[grant.role_definition_id]
	count([action | some action in grant.actions; job_role.fits(role, grant, action)]) == count(grant.actions)
}

else := verdict.unknown("roles_undecided")

# What a group, or a database role that nobody logs in with, allows is used by its members only.
_is_for_members(grant) if grant.principal_type == "group"

_is_for_members(grant) if {
	grant.principal_type == "database_role"
	input.related.database_role[grant.principal_id].can_login == false
}

_is_service(grant) if input.related.identity_account[grant.holder_account_id].kind == "service"

_is_service(grant) if {
	grant.principal_type == "database_role"
	input.related.database_role[grant.principal_id].kind in {"application", "service"}
}

_exceeds_own_role(grant) if grant.role_definition_id == "none"

_exceeds_own_role(grant) if {
	role := input.related.role_definition[grant.role_definition_id]
	some action in grant.actions
	job_role.falls_short(role, grant, action)
}

# People to whom some job role allows the action, and its pair: to whom none does.
_allowed(grant, action) := [person.id |
	some person in people.of(grant)
	count([id | some id in person.job_role_ids; job_role.fits(_definition(id), grant, action)]) > 0
]

_not_allowed(grant, action) := [person.id |
	some person in people.of(grant)
	person.job_roles_read == true
	short := [id | some id in person.job_role_ids; job_role.falls_short(_definition(id), grant, action)]
	count(short) == count(person.job_role_ids)
]

_definition(id) := input.related.role_definition[id]

_actions(actions) := {"field": "/actions", "actual": actions}

_role(grant) := {"field": "/role_definition_id", "actual": grant.role_definition_id}
