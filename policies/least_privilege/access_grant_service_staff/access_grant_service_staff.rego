# METADATA
# title: Customer-service roles cannot read sensitive values
# description: a grant that service staff use passes when it shows masked values only, or no sensitive data
# schemas:
#   - input: schema["access_grant.input"]
package least_privilege.access_grant_service_staff

import data.lib.levels
import data.lib.lists
import data.lib.people
import data.lib.verdict

# METADATA
# description: one answer for each grant of the batch, by grant id
# entrypoint: true
verdicts[grant.id] := _verdict(grant, input.parameters) if some grant in input.resources

_verdict(grant, parameters) := verdict.not_applicable("shows_nothing") if {
	count(lists.missing(["read", "export", "decrypt", "admin"], grant.actions)) == 4
}

else := verdict.not_applicable("no_service_staff") if people.none_with_job(grant, parameters.service_jobs)

else := verdict.fail("sensitive_values_shown", _service(grant, parameters)) if {
	grant.masked_view_only == false
	levels.reaches(grant.data_level, "sensitive")
	count(people.with_job(grant, parameters.service_jobs)) > 0
}

else := verdict.pass([{"field": "/masked_view_only", "actual": true}]) if grant.masked_view_only == true

else := verdict.pass([_level(grant)]) if levels.below(grant.data_level, "sensitive")

else := verdict.unknown("view_or_job_unread")

_service(grant, parameters) := array.concat([_level(grant)], people.shown(staff)) if {
	staff := people.with_job(grant, parameters.service_jobs)
}

_level(grant) := {"field": "/data_level", "actual": grant.data_level}
