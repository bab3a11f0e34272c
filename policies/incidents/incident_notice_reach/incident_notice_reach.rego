# METADATA
# title: The notice reached the people
# description: |
#   an incident of which people were told passes when the messages with evidence reached enough of them, or an
#   announcement was made
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_notice_reach

import data.lib.deadline
import data.lib.incident_clock
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, input.parameters) if some incident in input.resources

_verdict(incident, parameters) := verdict.not_applicable("no_personal_data") if incident.is_pi_breach == false

else := verdict.not_applicable("nobody_affected") if incident.persons_affected == 0

else := verdict.not_applicable("nobody_told") if incident.individuals_told == false

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.pass([_reached(incident.people_reached_at_least, incident.persons_affected)]) if {
	incident.individuals_told == true
	is_number(incident.persons_affected)
	is_number(incident.people_reached_at_least)
	_enough(incident, incident.people_reached_at_least, parameters.min_percent)
}

else := verdict.not_due("due", deadline.after_days(incident.first_notice_day, parameters.reach_days)) if {
	_too_few(incident, parameters.min_percent)
	incident.days_since_first_notice <= parameters.reach_days
}

else := verdict.fail("too_few_reached", [_reached(incident.people_reached_at_most, incident.persons_affected)]) if {
	is_number(incident.persons_affected)
	is_number(incident.people_reached_at_most)
	_too_few(incident, parameters.min_percent)
	incident.days_since_first_notice > parameters.reach_days
}

else := verdict.unknown("notifications_out_of_sight") if incident.notifications_complete == false

else := verdict.unknown("reach_unread")

_enough(incident, _, _) if incident.is_announced == true

_enough(incident, reached, percent) if reached * 100 >= percent * incident.persons_affected

_too_few(incident, percent) if {
	incident.individuals_told == true
	incident.is_announced == false
	is_number(incident.persons_affected)
	is_number(incident.people_reached_at_most)
	incident.people_reached_at_most * 100 < percent * incident.persons_affected
}

_reached(people, affected) := {"field": "/people_reached", "actual": people, "expected": affected}
