# METADATA
# title: Incidents are reported to the European authorities in time
# description: |
#   an incident passes when the authority of each European law that governs the data was told in time, or a named
#   person decided against it at a low risk
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_report_gdpr

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

_verdict(incident, duties, parameters) := verdict.not_applicable("other_laws") if {
	is_array(incident.binding_laws)
	duties == []
}

else := verdict.not_applicable("no_personal_data") if incident.is_pi_breach == false

else := verdict.not_applicable("processor") if incident.role == "processor"

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.pass(incident_duties.proof(duties)) if incident_duties.joint(duties) == "met"

else := verdict.pass([{"field": "/risk_level", "actual": incident.risk_level, "expected": "low"}]) if {
	count(duties) > 0
	is_number(incident.age_minutes_at_most)
	incident.report_required_gdpr == "no"
	incident.is_decided_by_someone == true
	incident.risk_level == "low"
}

else := verdict.not_due("due", incident_duties.due(incident, duties)) if _unmet(duties, "open")

else := verdict.fail("not_reported_in_time", incident_duties.lack(duties)) if {
	_unmet(duties, "missed")
	_not_waived(incident)
}

else := verdict.unknown("laws_unread") if duties == []

else := verdict.unknown("notifications_out_of_sight") if incident.notifications_complete == false

else := verdict.unknown("report_undecided")

_duties(incident, notices, parameters) := [duty |
	some law in incident.binding_laws
	audiences := [parameters.authority[law]]
	duty := incident_duties.tell(incident, notices, audiences, parameters.max_hours, parameters.skew_minutes)
]

# One authority that was not told decides, whatever is known of the others.
_unmet(duties, state) if count(incident_duties.among(duties, [state])) > 0

_not_waived(incident) if incident.report_required_gdpr in {"yes", "undecided"}

_not_waived(incident) if incident.is_decided_by_someone == false

_not_waived(incident) if incident.risk_level in {"medium", "high"}
