# METADATA
# title: A processor tells each client of an incident in time
# description: an incident passes when each client whose data it hit was told within the hours since detection
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_client_notice

import data.lib.incident_clock
import data.lib.incident_duties
import data.lib.lists
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, duties, input.parameters) if {
	some incident in input.resources
	duties := _duties(incident, related.records("incident_notification", incident.id), input.parameters)
}

_verdict(incident, duties, parameters) := verdict.not_applicable("no_processor") if incident.role == "controller"

else := verdict.not_applicable("no_personal_data") if incident.is_pi_breach == false

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.fail("clients_not_found", [_no_client]) if {
	incident.client_vendor_ids == []
	incident_clock.over(incident, parameters.max_hours)
}

else := verdict.not_due("due", incident_clock.due(incident, parameters.max_hours)) if {
	incident.client_vendor_ids == []
	incident.notifications_complete == true
	incident_clock.open(incident, parameters.max_hours)
}

else := verdict.fail("not_told_in_time", incident_duties.lack(duties)) if incident_duties.joint(duties) == "missed"

else := verdict.not_due("due", incident_duties.due(incident, duties)) if incident_duties.joint(duties) == "open"

else := verdict.pass(incident_duties.proof(duties)) if incident_duties.joint(duties) == "met"

else := verdict.unknown("notifications_out_of_sight") if incident.notifications_complete == false

else := verdict.unknown("clients_or_times_unread")

_duties(incident, notices, parameters) := [duty |
	some client in incident.client_vendor_ids
	messages := {
		"met": [notice | some notice in notices; _reaches(notice, client, parameters)],
		"unmet": [notice | some notice in notices; _misses(notice, client, parameters)],
	}
	duty := incident_duties.found(incident, notices, messages, client, parameters.max_hours)
]

_reaches(notice, client, parameters) if {
	notice.audience == "client"
	client in notice.clients_reached
	incident_duties.in_time(notice, parameters.max_hours, parameters.skew_minutes)
}

_misses(notice, _, _) if lists.lacks(["client"], notice.audience)

_misses(notice, client, _) if lists.lacks(notice.clients_reached, client)

_misses(notice, _, parameters) if incident_duties.out_of_time(notice, parameters.max_hours, parameters.skew_minutes)

_no_client := {"field": "/client_vendor_ids", "actual": []}
