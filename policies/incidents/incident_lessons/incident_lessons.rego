# METADATA
# title: Lessons are drawn from an incident and something changes
# description: |
#   a resolved incident passes when its lessons were reviewed in time and plan, policy or measures changed, or a reason
#   is given why nothing had to
# schemas:
#   - input: schema["incident.input"]
package incidents.incident_lessons

import data.lib.deadline
import data.lib.incident_clock
import data.lib.verdict

# METADATA
# description: one answer for each incident of the batch, by incident id
# entrypoint: true
verdicts[incident.id] := _verdict(incident, input.parameters) if some incident in input.resources

_verdict(incident, parameters) := verdict.not_applicable("not_resolved") if incident.resolved_day == "none"

else := verdict.not_applicable("minor") if {
	incident.severity == "general"
	incident.is_pi_breach == false
}

else := verdict.not_applicable("resolved_long_ago") if incident_clock.past(incident, parameters.lookback_days)

else := verdict.not_due("due", deadline.after_days(incident.resolved_day, parameters.max_days)) if {
	_not_reviewed(incident, parameters.max_days)
	incident.as_of_day <= incident.resolved_day + parameters.max_days
}

else := verdict.not_due("change_due", deadline.after_days(incident.resolved_day, parameters.change_days)) if {
	_reviewed(incident, parameters.max_days)
	incident.is_changed == false
	incident.as_of_day <= incident.resolved_day + parameters.change_days
}

else := verdict.fail("not_reviewed_in_time", [_review(incident.lessons_reviewed_at, parameters)]) if {
	is_string(incident.lessons_reviewed_at)
	_not_reviewed(incident, parameters.max_days)
	incident.as_of_day > incident.resolved_day + parameters.max_days
}

else := verdict.fail("nothing_changed", [{"field": "/is_changed", "actual": false, "expected": true}]) if {
	incident.is_changed == false
	is_number(incident.resolved_day)
	incident.as_of_day > incident.resolved_day + parameters.change_days
}

else := verdict.pass([_review(incident.lessons_reviewed_at, parameters)]) if {
	is_string(incident.lessons_reviewed_at)
	_reviewed(incident, parameters.max_days)
	incident.is_changed == true
}

else := verdict.unknown("lessons_unread")

_reviewed(incident, days) if {
	is_number(incident.review_day)
	is_number(incident.resolved_day)
	incident.review_day >= incident.detected_day
	incident.review_day <= incident.resolved_day + days
}

_not_reviewed(incident, _) if {
	is_number(incident.resolved_day)
	incident.review_day == "none"
}

_not_reviewed(incident, _) if {
	is_number(incident.resolved_day)
	is_number(incident.review_day)
	incident.review_day < incident.detected_day
}

_not_reviewed(incident, days) if {
	is_number(incident.review_day)
	is_number(incident.resolved_day)
	incident.review_day > incident.resolved_day + days
}

_review(reviewed_at, parameters) := {
	"field": "/lessons_reviewed_at",
	"actual": reviewed_at,
	"expected": sprintf("<= %d days", [parameters.max_days]),
}
