# METADATA
# title: Corrective actions are closed on time
# description: an action passes when it was closed not later than on its due date
# schemas:
#   - input: schema["corrective_action.input"]
package incidents.corrective_action_closed

import data.lib.deadline
import data.lib.verdict

# METADATA
# description: one answer for each action of the batch, by action id
# entrypoint: true
verdicts[action.id] := _verdict(action, input.parameters) if some action in input.resources

# Those of vulnerabilities are judged by the time to fix them.
_verdict(action, parameters) := verdict.not_applicable("other_source") if action.source_kind == "vulnerability"

else := verdict.not_applicable("closed_long_ago") if {
	is_number(action.closed_day)
	action.as_of_day - action.closed_day > parameters.lookback_days
}

else := verdict.fail("no_due_date", [{"field": "/due_at", "actual": "none"}]) if action.due_at == "none"

else := verdict.not_due("due", deadline.after_days(action.due_day, 0)) if {
	is_number(action.due_day)
	action.closed_day == "none"
	action.as_of_day <= action.due_day
}

else := verdict.fail("overdue", _dates(action)) if {
	is_number(action.due_day)
	action.closed_day == "none"
}

else := verdict.fail("closed_late", _dates(action)) if {
	is_number(action.due_day)
	is_number(action.closed_day)
	action.closed_day > action.due_day
}

else := verdict.pass(_dates(action)) if {
	is_number(action.due_day)
	is_number(action.closed_day)
}

else := verdict.unknown("dates_unread")

_dates(action) := [{"field": "/closed_at", "actual": action.closed_at, "expected": action.due_at}]
