# METADATA
# title: The security team and the executive learn of an incident in time
# description: an incident passes when both were told within their hours since detection
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_internal_notice

import data.lib.incident_clock
import data.lib.incident_duties
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, duties, input.parameters) if {
	some incident in input.resources
	duties := _duties(incident, related.records("incident_notification", incident.id), input.parameters)
}

_verdict(incident, duties, parameters) := verdict.not_applicable("minor") if {
	incident.severity == "general"
	incident.is_pi_breach == false
}

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.fail("not_told_in_time", incident_duties.lack(duties)) if incident_duties.joint(duties) == "missed"

else := verdict.not_due("due", incident_duties.due(incident, duties)) if incident_duties.joint(duties) == "open"

else := verdict.pass(incident_duties.proof(duties)) if incident_duties.joint(duties) == "met"

else := verdict.unknown("notifications_out_of_sight") if incident.notifications_complete == false

else := verdict.unknown("times_unread")

_duties(incident, notices, parameters) := [
	incident_duties.tell(incident, notices, ["internal_security"], parameters.security_hours, parameters.skew_minutes),
	incident_duties.tell(incident, notices, ["executive"], parameters.executive_hours, parameters.skew_minutes),
]
