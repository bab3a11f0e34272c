# METADATA
# title: The people whose data were hit are told in time
# description: |
#   an incident passes when the people were told within the hours since detection, or when who has to tell them decided
#   against it for a reason and at a risk that allows it
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_individual_notice

import data.lib.incident_clock
import data.lib.incident_duties
import data.lib.lists
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, duty, input.parameters) if {
	some incident in input.resources
	duty := _duty(incident, related.records("incident_notification", incident.id), input.parameters)
}

_verdict(incident, duty, parameters) := verdict.not_applicable("no_personal_data") if incident.is_pi_breach == false

else := verdict.not_applicable("nobody_affected") if incident.persons_affected == 0

else := verdict.not_applicable("client_notifies") if {
	incident.role == "processor"
	incident.individuals_notified_by in {"client", "none"}
}

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.pass(incident_duties.proof([duty])) if incident_duties.joint([duty]) == "met"

else := verdict.pass([{"field": "/risk_level", "actual": incident.risk_level}]) if {
	incident.risk_level in parameters.waiver_risk_levels
	is_number(incident.age_minutes_at_most)
	_ours(incident)
	_waived(incident, parameters)
}

else := verdict.unknown("notifier_unread") if _waived(incident, parameters)

else := verdict.not_due("due", incident_duties.due(incident, [duty])) if incident_duties.joint([duty]) == "open"

else := verdict.fail("not_told_in_time", incident_duties.lack([duty])) if {
	incident_duties.joint([duty]) == "missed"
	_ours(incident)
	_not_waived(incident, parameters)
}

else := verdict.unknown("notifications_out_of_sight") if incident.notifications_complete == false

else := verdict.unknown("notice_undecided")

_ours(incident) if incident.judged_role in {"controller", "both"}

_ours(incident) if incident.individuals_notified_by == "us"

_waived(incident, parameters) if {
	incident.notify_individuals == "no"
	incident.is_waiver_reasoned == true
	incident.risk_level in parameters.waiver_risk_levels
}

_not_waived(incident, _) if incident.notify_individuals in {"yes", "undecided"}

_not_waived(incident, _) if incident.is_waiver_reasoned == false

_not_waived(incident, parameters) if lists.lacks(parameters.waiver_risk_levels, incident.risk_level)

_duty(incident, notices, parameters) := duty if {
	messages := {
		"met": [notice | some notice in notices; _reaches(notice, parameters)],
		"unmet": [notice | some notice in notices; _misses(notice, parameters)],
	}
	duty := incident_duties.found(incident, notices, messages, "individual", parameters.max_hours)
}

_reaches(notice, parameters) if {
	_is_to_people(notice, parameters)
	incident_duties.in_time(notice, parameters.max_hours, parameters.skew_minutes)
}

_is_to_people(notice, _) if notice.audience == "individual"

_is_to_people(notice, parameters) if {
	parameters.accept_announcement == true
	notice.audience == "public"
	notice.channel == "announcement"
}

_misses(notice, _) if lists.lacks(["individual", "public"], notice.audience)

_misses(notice, parameters) if {
	notice.audience == "public"
	parameters.accept_announcement == false
}

_misses(notice, _) if {
	notice.audience == "public"
	lists.lacks(["announcement"], notice.channel)
}

_misses(notice, parameters) if incident_duties.out_of_time(notice, parameters.max_hours, parameters.skew_minutes)
