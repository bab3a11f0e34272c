# METADATA
# title: The effect of an incident is assessed in time
# description: an incident passes when the assessment was done within the hours since detection
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_assessment_time

import data.lib.incident_clock
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, input.parameters) if some incident in input.resources

_verdict(incident, parameters) := verdict.not_applicable("no_personal_data") if incident.is_pi_breach == false

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.not_due("due", incident_clock.due(incident, parameters.max_hours)) if {
	_not_assessed(incident, parameters)
	incident_clock.open(incident, parameters.max_hours)
}

else := verdict.fail("not_assessed_in_time", [_assessment(incident.assessed_at, parameters)]) if {
	is_string(incident.assessed_at)
	_not_assessed(incident, parameters)
	incident_clock.over(incident, parameters.max_hours)
}

else := verdict.pass([_assessment(incident.assessed_at, parameters)]) if {
	is_string(incident.assessed_at)
	_assessed(incident, parameters)
}

else := verdict.unknown("times_unread")

_assessed(incident, parameters) if {
	least := incident.assessed_minutes_at_least
	most := incident.assessed_minutes_at_most
	incident_clock.done(least, most, parameters.max_hours, parameters.skew_minutes)
}

_not_assessed(incident, parameters) if {
	least := incident.assessed_minutes_at_least
	most := incident.assessed_minutes_at_most
	incident_clock.undone(least, most, parameters.max_hours, parameters.skew_minutes)
}

_assessment(assessed_at, parameters) := {
	"field": "/assessed_at",
	"actual": assessed_at,
	"expected": sprintf("<= %d h", [parameters.max_hours]),
}
