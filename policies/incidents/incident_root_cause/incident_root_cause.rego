# METADATA
# title: The root cause of an incident is found and complete
# description: an incident passes when its root cause was completed in time, with every element and an investigator
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_root_cause

import data.lib.deadline
import data.lib.incident_clock
import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, _gaps(incident, input.parameters), input.parameters) if {
	some incident in input.resources
}

_verdict(incident, gaps, parameters) := verdict.not_applicable("minor") if {
	incident.severity == "general"
	incident.is_pi_breach == false
}

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.not_due("due", deadline.after_days(incident.detected_day, parameters.max_days)) if {
	incident.as_of_day <= incident.detected_day + parameters.max_days
	count(gaps) > 0
}

else := verdict.fail("incomplete", [{"field": "/root_cause", "actual": gaps, "expected": []}]) if {
	incident.as_of_day > incident.detected_day + parameters.max_days
	count(gaps) > 0
}

else := verdict.pass([{"field": "/rca_completed_at", "actual": incident.rca_completed_at}]) if {
	is_string(incident.rca_completed_at)
	_is_done(incident, parameters.max_days)
	lists.missing(parameters.required, incident.rca_elements) == []
	count(incident.rca_by) > 0
}

else := verdict.unknown("root_cause_unread")

_is_done(incident, days) if {
	is_number(incident.rca_day)
	incident.rca_day >= incident.detected_day
	incident.rca_day <= incident.detected_day + days
}

# What is known to be missing.
_gaps(incident, parameters) := array.concat(
	[element | some element in lists.missing(parameters.required, incident.rca_elements)],
	[name | some name in ["rca_completed_at", "rca_by"]; _is_open(incident, parameters.max_days, name)],
)

_is_open(incident, _, name) if {
	name == "rca_by"
	incident.rca_by == []
}

_is_open(incident, _, name) if {
	name == "rca_completed_at"
	incident.rca_day == "none"
}

_is_open(incident, _, name) if {
	name == "rca_completed_at"
	is_number(incident.rca_day)
	incident.rca_day < incident.detected_day
}

_is_open(incident, days, name) if {
	name == "rca_completed_at"
	is_number(incident.rca_day)
	incident.rca_day > incident.detected_day + days
}
