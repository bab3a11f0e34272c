# METADATA
# title: The final report follows the end of the handling in time
# description: an incident that had to be reported passes when its final report was made within the days after its end
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_final_report

import data.lib.deadline
import data.lib.incident_clock
import data.lib.lists
import data.lib.reporting_measures
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, _terms(input.parameters), input.parameters) if {
	some incident in input.resources
}

_verdict(incident, terms, parameters) := verdict.not_applicable("not_in_china") if {
	lists.lacks(incident.organization_laws, "CN")
}

else := verdict.not_applicable("no_report_due") if reporting_measures.spare(incident, terms)

else := verdict.not_applicable("not_resolved") if incident.resolved_day == "none"

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.not_due("due", deadline.after_days(incident.resolved_day, parameters.max_days)) if {
	is_number(incident.resolved_day)
	incident.as_of_day <= incident.resolved_day + parameters.max_days
	_not_done(incident, parameters.max_days)
}

else := verdict.fail("no_final_report_in_time", _days(incident, parameters.max_days)) if {
	reporting_measures.bind(incident, terms)
	is_number(incident.resolved_day)
	incident.as_of_day > incident.resolved_day + parameters.max_days
	_not_done(incident, parameters.max_days)
}

else := verdict.pass(_days(incident, parameters.max_days)) if {
	reporting_measures.bind(incident, terms)
	_done(incident, parameters.max_days)
}

else := verdict.unknown("report_undecided")

_terms(parameters) := {"from": parameters.measures_in_force_from, "persons": parameters.persons_thresholds.larger}

_done(incident, days) if {
	is_number(incident.resolved_day)
	is_number(incident.summary_day)
	incident.summary_day >= incident.resolved_day
	incident.summary_day <= incident.resolved_day + days
}

_not_done(incident, _) if incident.summary_day == "none"

_not_done(incident, _) if {
	is_number(incident.summary_day)
	incident.summary_day < incident.resolved_day
}

_not_done(incident, days) if {
	is_number(incident.summary_day)
	incident.summary_day > incident.resolved_day + days
}

_days(incident, days) := [
	{"field": "/resolved_at", "actual": incident.resolved_at},
	{"field": "/summary_report_at", "actual": incident.summary_report_at, "expected": sprintf("<= %d days", [days])},
]
