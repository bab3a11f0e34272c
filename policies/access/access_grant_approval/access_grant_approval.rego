# METADATA
# title: Every grant on personal data has an approval
# description: |
#   a grant passes when somebody else approved it before it was given, or when the approved job role that justifies it
#   serves the jobs of all who use it
# schemas:
#   - input: schema["access_grant.input"]
package access.access_grant_approval

import data.lib.levels
import data.lib.lists
import data.lib.people
import data.lib.verdict

# METADATA
# description: one answer for each grant of the batch, by grant id
# entrypoint: true
verdicts[grant.id] := _verdict(grant, input.parameters) if some grant in input.resources

_verdict(grant, parameters) := verdict.not_applicable("not_personal") if levels.below(grant.data_level, "personal")

else := verdict.not_applicable("public") if grant.principal_type == "public"

else := verdict.not_applicable("not_granted") if grant.origin in {"engine_builtin", "owner", "superuser"}

else := verdict.fail("own_approval", [_approval(grant)]) if {
	grant.approved_by_staff_id in grant.people_ids
	_is_outside_role(grant)
}

else := verdict.fail("approved_late", [_at(grant), _given(grant)]) if {
	_is_late(grant, parameters)
	_is_outside_role(grant)
}

else := verdict.fail("not_approved", _blanks(grant)) if {
	count(_blanks(grant)) > 0
	_is_outside_role(grant)
}

else := verdict.pass([_approval(grant), _at(grant)]) if {
	_is_approved(grant)
	_is_in_time(grant, parameters)
}

else := verdict.pass([_role(grant)]) if _is_inside_role(grant)

else := verdict.unknown("approval_unread")

# The first thing that the register of approvals leaves out.
_blanks(grant) := [{"field": "/approval_id", "actual": "none"}] if grant.approval_id == "none"

else := [{"field": "/approved_by_staff_id", "actual": "none"}] if grant.approved_by_staff_id == "none"

else := [{"field": "/approved_at", "actual": "none"}] if grant.approved_at == "none"

else := []

_is_approved(grant) if {
	lists.lacks(["none"], grant.approval_id)
	lists.lacks(["none"], grant.approved_by_staff_id)
	is_number(grant.days_since_approved)
	grant.people_read == true
	lists.lacks(grant.people_ids, grant.approved_by_staff_id)
}

_is_late(grant, parameters) if {
	is_number(grant.days_since_approved)
	grant.days_since_approved < grant.days_since_given
	grant.days_since_given <= parameters.late_approval_lookback_days
	_day_is_known(grant)
}

# What the first snapshot already held was given nobody knows when.
_day_is_known(grant) if is_number(grant.days_since_granted)

_day_is_known(grant) if {
	grant.granted_at == "unknown"
	grant.first_seen_is_baseline == false
}

_is_in_time(grant, _) if {
	grant.days_since_approved >= 0
	grant.days_since_approved >= grant.days_since_given
}

_is_in_time(grant, parameters) if {
	grant.days_since_approved >= 0
	grant.days_since_given > parameters.late_approval_lookback_days
}

_is_in_time(grant, _) if {
	grant.days_since_approved >= 0
	grant.granted_at == "unknown"
	grant.first_seen_is_baseline == true
}

_is_inside_role(grant) if {
	role := input.related.role_definition[grant.role_definition_id]
	lists.lacks(["none"], role.approved_by_staff_id)
	people.all_with_job(grant, role.jobs)
}

_is_outside_role(grant) if grant.role_definition_id == "none"

_is_outside_role(grant) if input.related.role_definition[grant.role_definition_id].approved_by_staff_id == "none"

_is_outside_role(grant) if {
	count(people.without_job(grant, input.related.role_definition[grant.role_definition_id].jobs)) > 0
}

_approval(grant) := {"field": "/approved_by_staff_id", "actual": grant.approved_by_staff_id}

_at(grant) := {"field": "/approved_at", "actual": grant.approved_at}

_given(grant) := {"field": "/days_since_given", "actual": grant.days_since_given}

_role(grant) := {"field": "/role_definition_id", "actual": grant.role_definition_id}
