# METADATA
# title: Notices to people are complete and offer help
# description: |
#   an incident of which people were told passes when their messages together hold what the law asks for and offer help
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_notice_content

import data.lib.incident_clock
import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, input.parameters) if some incident in input.resources

_verdict(incident, parameters) := verdict.not_applicable("no_personal_data") if incident.is_pi_breach == false

else := verdict.not_applicable("nobody_told") if incident.people_told == false

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.fail("content_missing", [{"field": "/missing", "actual": missing, "expected": []}]) if {
	incident.people_told == true
	incident.notice_elements_read == true
	missing := lists.missing(parameters.required, incident.notice_elements)
	count(missing) > 0
}

else := verdict.fail("no_help", [{"field": "/notice_support", "actual": incident.notice_support}]) if {
	incident.people_told == true
	incident.notice_support_read == true
	incident.notice_support == []
}

else := verdict.pass([{"field": "/notice_elements", "actual": incident.notice_elements}]) if {
	incident.people_told == true
	is_array(incident.notice_elements)
	lists.missing(parameters.required, incident.notice_elements) == []
	count(incident.notice_support) > 0
}

else := verdict.unknown("notifications_out_of_sight") if incident.notifications_complete == false

else := verdict.unknown("content_unread")
