# METADATA
# title: The incident plan is activated at once
# description: an incident passes when the plan was activated within the hours since detection
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_plan_activation

import data.lib.incident_clock
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, input.parameters) if some incident in input.resources

_verdict(incident, parameters) := verdict.not_applicable("minor") if {
	incident.severity == "general"
	incident.is_pi_breach == false
}

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.not_due("due", incident_clock.due(incident, parameters.max_hours)) if {
	_not_activated(incident, parameters)
	incident_clock.open(incident, parameters.max_hours)
}

else := verdict.fail("not_activated_in_time", [_activation(incident.plan_activated_at, parameters)]) if {
	is_string(incident.plan_activated_at)
	_not_activated(incident, parameters)
	incident_clock.over(incident, parameters.max_hours)
}

else := verdict.pass([_activation(incident.plan_activated_at, parameters)]) if {
	is_string(incident.plan_activated_at)
	_activated(incident, parameters)
}

else := verdict.unknown("times_unread")

_activated(incident, parameters) if {
	least := incident.plan_activated_minutes_at_least
	most := incident.plan_activated_minutes_at_most
	incident_clock.done(least, most, parameters.max_hours, parameters.skew_minutes)
}

_not_activated(incident, parameters) if {
	least := incident.plan_activated_minutes_at_least
	most := incident.plan_activated_minutes_at_most
	incident_clock.undone(least, most, parameters.max_hours, parameters.skew_minutes)
}

_activation(activated_at, parameters) := {
	"field": "/plan_activated_at",
	"actual": activated_at,
	"expected": sprintf("<= %d h", [parameters.max_hours]),
}
