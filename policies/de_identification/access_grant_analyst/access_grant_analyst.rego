# METADATA
# title: Analyst roles reach masked data only
# description: a grant of analysts passes when it shows masked or pseudonymised values only
# schemas:
#   - input: schema["access_grant.input"]
package de_identification.access_grant_analyst

import data.lib.levels
import data.lib.lists
import data.lib.people
import data.lib.verdict

# METADATA
# description: one answer for each grant of the batch, by grant id
# entrypoint: true
verdicts[grant.id] := _verdict(grant, input.parameters) if some grant in input.resources

_verdict(grant, parameters) := verdict.not_applicable("no_analyst") if {
	people.none_with_job(grant, parameters.analyst_jobs)
	_serves_no_analyst(grant, parameters)
}

else := verdict.not_applicable("not_personal") if levels.below(grant.data_level, "personal")

else := verdict.not_applicable("shows_nothing") if {
	count(lists.missing(["read", "export", "decrypt"], grant.actions)) == 3
}

else := verdict.not_applicable("expired") if {
	is_number(grant.days_to_expiry)
	grant.days_to_expiry < 0
}

else := verdict.fail("analyst_unmasked", _unmasked(grant, analysts)) if {
	grant.masked_view_only == false
	analysts := people.with_job(grant, parameters.analyst_jobs)
	count(analysts) > 0
}

else := verdict.fail("analyst_role_unmasked", [_masked(grant), _role(grant)]) if {
	grant.masked_view_only == false
	count(_analyst_jobs(grant, parameters)) > 0
}

else := verdict.pass([_masked(grant)]) if grant.masked_view_only == true

else := verdict.unknown("view_or_job_unread")

_unmasked(grant, analysts) := array.concat([_masked(grant)], people.shown(analysts))

# Analysts' jobs that the job role behind the grant serves; undefined where its jobs were not read.
_analyst_jobs(grant, parameters) := people.common(role.jobs, parameters.analyst_jobs) if {
	role := input.related.role_definition[grant.role_definition_id]
}

_serves_no_analyst(grant, _) if grant.role_definition_id == "none"

_serves_no_analyst(grant, parameters) if _analyst_jobs(grant, parameters) == []

_masked(grant) := {"field": "/masked_view_only", "actual": grant.masked_view_only, "expected": true}

_role(grant) := {"field": "/role_definition_id", "actual": grant.role_definition_id}
