# METADATA
# title: Ordinary staff cannot read all customers
# description: |
#   a grant passes when it reaches only a part of the records or masked values, when row policies filter what its roles
#   see, or when everybody who uses it has a job that needs all records
# schemas:
#   - input: schema["access_grant.input"]
package least_privilege.access_grant_bulk

import data.lib.levels
import data.lib.lists
import data.lib.people
import data.lib.verdict

# METADATA
# description: one answer for each grant of the batch, by grant id
# entrypoint: true
verdicts[grant.id] := _verdict(grant, input.parameters) if some grant in input.resources

_verdict(grant, parameters) := verdict.not_applicable("shows_nothing") if {
	count(lists.missing(["read", "export"], grant.actions)) == 2
}

else := verdict.not_applicable("not_personal") if levels.below(grant.data_level, "personal")

else := verdict.not_applicable("outsider") if grant.principal_type in {"external", "public"}

else := verdict.not_applicable("nobody") if people.nobody(grant)

else := verdict.fail("reads_all_records", _readers(grant, ordinary)) if {
	grant.scope in {"all_objects", "object"}
	grant.masked_view_only == false
	ordinary := people.without_job(grant, parameters.bulk_jobs)
	count(ordinary) > 0
	_is_unfiltered(grant)
}

else := verdict.pass([_scope(grant)]) if grant.scope == "record_subset"

else := verdict.pass([{"field": "/masked_view_only", "actual": true}]) if grant.masked_view_only == true

else := verdict.pass(people.shown(people.of(grant))) if people.all_with_job(grant, parameters.bulk_jobs)

else := verdict.pass([_policies(grant)]) if _is_filtered(grant)

else := verdict.unknown("breadth_unread")

_readers(grant, readers) := array.concat([_scope(grant)], people.shown(readers))

_scope(grant) := {"field": "/scope", "actual": grant.scope, "expected": "record_subset"}

_policies(grant) := {
	"field": sprintf("/database_table/%s/row_policy_count", [grant.resource_id]),
	"actual": _table(grant).row_policy_count,
}

_table(grant) := input.related.database_table[grant.resource_id] if grant.resource_type == "database_table"

_roles(grant) := [input.related.database_role[id] | some id in grant.role_ids]

_is_filtered(grant) if {
	_table(grant).row_security_enabled == true
	_table(grant).row_policy_count > 0
	grant.origin == "granted"
	grant.roles_read == true
	count([role | some role in _roles(grant); _is_bound(role)]) == count(grant.role_ids)
}

_is_bound(role) if {
	role.bypass_row_security == false
	role.is_superuser == false
}

_is_unfiltered(grant) if lists.lacks(["database_table"], grant.resource_type)

_is_unfiltered(grant) if _table(grant).row_security_enabled == false

_is_unfiltered(grant) if _table(grant).row_policy_count == 0

_is_unfiltered(grant) if grant.origin in {"owner", "superuser"}

_is_unfiltered(grant) if {
	some role in _roles(grant)
	role.bypass_row_security == true
}

_is_unfiltered(grant) if {
	some role in _roles(grant)
	role.is_superuser == true
}
