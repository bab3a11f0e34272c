# METADATA
# title: Feedback of customers about an incident is answered
# description: feedback passes when it was answered within the days and it was recorded whether it changed anything
# schemas:
#   - input: schema["subject_request.input"]
package incidents.subject_request_feedback

import data.lib.deadline
import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each request of the batch, by request id
# entrypoint: true
verdicts[request.id] := _verdict(request, input.parameters) if some request in input.resources

_verdict(request, parameters) := verdict.not_applicable("no_feedback") if {
	lists.lacks(["incident_feedback"], request.kind)
}

else := verdict.not_applicable("closed_long_ago") if {
	is_number(request.closed_day)
	request.as_of_day - request.closed_day > parameters.lookback_days
}

else := verdict.not_due("due", deadline.after_days(request.received_day, parameters.max_days)) if {
	is_number(request.received_day)
	request.closed_day == "none"
	request.as_of_day <= request.received_day + parameters.max_days
}

else := verdict.fail("not_answered_in_time", [_answer(request.closed_at, parameters)]) if {
	is_string(request.closed_at)
	_out_of_time(request, parameters.max_days)
}

else := verdict.pass([_answer(request.closed_at, parameters)]) if {
	is_string(request.closed_at)
	is_number(request.received_day)
	is_number(request.closed_day)
	is_boolean(request.led_to_change)
}

else := verdict.unknown("feedback_unread")

_out_of_time(request, _) if {
	is_number(request.received_day)
	request.closed_day == "none"
}

_out_of_time(request, _) if {
	is_number(request.received_day)
	is_number(request.closed_day)
	request.closed_day < request.received_day
}

_out_of_time(request, days) if {
	is_number(request.closed_day)
	is_number(request.received_day)
	request.closed_day > request.received_day + days
}

_answer(closed_at, parameters) := {
	"field": "/closed_at",
	"actual": closed_at,
	"expected": sprintf("<= %d days", [parameters.max_days]),
}
