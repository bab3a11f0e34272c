# METADATA
# title: A public statement is made and followed up
# description: an incident passes when a statement was made in time after detection, and progress was told after it
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_statement

import data.lib.calendar
import data.lib.deadline
import data.lib.incident_clock
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, input.parameters) if some incident in input.resources

_verdict(incident, parameters) := verdict.not_applicable("no_personal_data") if incident.is_pi_breach == false

else := verdict.not_applicable("no_statement_needed") if incident.public_statement_needed == "no"

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.not_due("due", deadline.after_days(incident.detected_day, parameters.max_days)) if {
	_not_stated(incident, parameters.max_days)
	incident.as_of_day <= incident.detected_day + parameters.max_days
}

else := verdict.not_due("follow_up_due", deadline.after_days(incident.statement_day, parameters.progress_days)) if {
	_stated(incident, parameters.max_days)
	_not_followed(incident, parameters.progress_days)
	incident.as_of_day <= incident.statement_day + parameters.progress_days
}

else := verdict.fail("not_stated_in_time", [_days("statement", incident.statement_day, parameters.max_days)]) if {
	_is_needed(incident)
	_not_stated(incident, parameters.max_days)
	incident.as_of_day > incident.detected_day + parameters.max_days
}

else := verdict.fail("not_followed_up", [_days("follow_up", incident.follow_up_day, parameters.progress_days)]) if {
	_is_needed(incident)
	_stated(incident, parameters.max_days)
	_not_followed(incident, parameters.progress_days)
	incident.as_of_day > incident.statement_day + parameters.progress_days
}

else := verdict.pass([_days("statement", incident.statement_day, parameters.max_days)]) if {
	_is_needed(incident)
	_stated(incident, parameters.max_days)
	_followed(incident, parameters.progress_days)
}

else := verdict.unknown("notifications_out_of_sight") if incident.notifications_complete == false

else := verdict.unknown("statement_unread")

_is_needed(incident) if incident.public_statement_needed in {"yes", "undecided"}

_stated(incident, days) if {
	is_number(incident.statement_day)
	incident.statement_day <= incident.detected_day + days
}

_not_stated(incident, _) if {
	incident.statements_settled == true
	incident.statement_day == "none"
}

_not_stated(incident, days) if {
	incident.statements_settled == true
	is_number(incident.statement_day)
	incident.statement_day > incident.detected_day + days
}

# An earlier statement that is out of sight would end the days of progress earlier, but not before detection.
_followed(incident, days) if {
	is_number(incident.follow_up_day)
	incident.follow_up_day <= _first_day(incident) + days
}

_first_day(incident) := incident.statement_day if incident.statements_settled == true

else := incident.detected_day

_not_followed(incident, _) if {
	incident.statements_settled == true
	incident.follow_up_day == "none"
}

_not_followed(incident, days) if {
	incident.statements_settled == true
	is_number(incident.follow_up_day)
	incident.follow_up_day > incident.statement_day + days
}

_days(name, day, limit) := {
	"field": sprintf("/%s", [name]),
	"actual": _shown(day),
	"expected": sprintf("<= %d days", [limit]),
}

_shown(day) := calendar.date(day) if is_number(day)

else := day
