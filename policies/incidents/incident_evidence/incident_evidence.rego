# METADATA
# title: Evidence is preserved and crimes are reported
# description: |
#   an incident passes when evidence is hashed with a chain of custody, and the police knows within the hours after a
#   crime was suspected
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_evidence

import data.lib.incident_clock
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, _loose(incident), input.parameters) if some incident in input.resources

_verdict(incident, loose, parameters) := verdict.not_applicable("minor") if {
	incident.severity == "general"
	incident.is_pi_breach == false
}

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.fail("evidence_not_preserved", loose) if {
	count(loose) > 0
	incident_clock.over(incident, parameters.evidence_hours)
}

else := verdict.fail("police_not_told", [_police(incident.police_reported_at, parameters)]) if {
	is_string(incident.police_reported_at)
	_police_missing(incident, parameters.police_hours)
	is_number(incident.suspicion_age_minutes_at_least)
	incident.suspicion_age_minutes_at_least > parameters.police_hours * 60
}

else := verdict.not_due("due", _police_due(incident, parameters.police_hours)) if {
	_police_missing(incident, parameters.police_hours)
	is_number(incident.suspicion_age_minutes_at_most)
	incident.suspicion_age_minutes_at_most <= parameters.police_hours * 60
}

else := verdict.not_due("due", incident_clock.due(incident, parameters.evidence_hours)) if {
	count(loose) > 0
	incident_clock.open(incident, parameters.evidence_hours)
}

else := verdict.pass([_fact("evidence_hashed", true), _fact("custody_log", true)]) if {
	is_number(incident.age_minutes_at_least)
	incident.evidence_hashed == true
	incident.custody_log == true
	_police_settled(incident, parameters.police_hours)
}

else := verdict.unknown("evidence_unread")

_loose(incident) := array.concat(
	[_fact("evidence_hashed", false) | incident.evidence_hashed == false],
	[_fact("custody_log", false) | incident.custody_log == false],
)

_fact(name, value) := {"field": sprintf("/%s", [name]), "actual": value, "expected": true}

_police_settled(incident, _) if incident.crime_suspected == false

_police_settled(incident, hours) if {
	is_number(incident.police_minutes_at_most)
	incident.police_minutes_at_most <= hours * 60
}

_police_missing(incident, _) if {
	incident.crime_suspected == true
	incident.police_minutes_at_least == "none"
}

_police_missing(incident, hours) if {
	incident.crime_suspected == true
	is_number(incident.police_minutes_at_least)
	incident.police_minutes_at_least > hours * 60
}

_police_due(incident, hours) := incident_clock.due_after(minute, incident.suspicion_offset, hours * 60) if {
	minute := incident.suspicion_minute
}

_police(reported_at, parameters) := {
	"field": "/police_reported_at",
	"actual": reported_at,
	"expected": sprintf("<= %d h", [parameters.police_hours]),
}
