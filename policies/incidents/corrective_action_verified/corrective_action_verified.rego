# METADATA
# title: Corrective actions are verified
# description: |
#   a closed action passes when it was verified in time with success, a technical one by a check, another one by a check
#   or by a second person
# schemas:
#   - input: schema["corrective_action.input"]
package incidents.corrective_action_verified

import data.lib.deadline
import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each action of the batch, by action id
# entrypoint: true
verdicts[action.id] := _verdict(action, input.parameters) if some action in input.resources

_verdict(action, parameters) := verdict.not_applicable("not_closed") if action.closed_day == "none"

else := verdict.not_applicable("verified_long_ago") if {
	action.verification_result in {"passed", "none"}
	is_number(action.verified_day)
	action.as_of_day - action.verified_day > parameters.lookback_days
}

else := verdict.fail("verification_failed", [_result("failed")]) if action.verification_result == "failed"

else := verdict.pass([_result("passed")]) if {
	action.verification_result == "passed"
	_in_time(action, parameters.verify_days)
	_is_proved(action)
}

else := verdict.not_due("due", deadline.after_days(action.closed_day, parameters.verify_days)) if {
	is_number(action.closed_day)
	action.as_of_day <= action.closed_day + parameters.verify_days
}

else := verdict.fail("not_verified_in_time", [_verification(action.verified_at, parameters)]) if {
	is_string(action.verified_at)
	_out_of_time(action, parameters.verify_days)
}

else := verdict.fail("no_result", [_result("none")]) if {
	is_number(action.closed_day)
	action.verification_result == "none"
}

else := verdict.fail("not_verified_by_a_check", [{"field": "/is_verified_by_check", "actual": false}]) if {
	is_number(action.closed_day)
	action.category in _technical
	action.is_verified_by_check == false
}

else := verdict.fail("not_verified_by_another", [{"field": "/is_verified_by_other_person", "actual": false}]) if {
	is_number(action.closed_day)
	lists.lacks(_technical, action.category)
	action.is_verified_by_check == false
	action.is_verified_by_other_person == false
}

else := verdict.unknown("verification_unread")

# What a check can see.
_technical := ["encryption", "access_control", "monitoring", "system_update"]

_is_proved(action) if {
	is_string(action.category)
	action.is_verified_by_check == true
}

_is_proved(action) if {
	lists.lacks(_technical, action.category)
	action.is_verified_by_other_person == true
}

_in_time(action, days) if {
	is_number(action.closed_day)
	is_number(action.verified_day)
	action.verified_day >= action.closed_day
	action.verified_day <= action.closed_day + days
}

_out_of_time(action, _) if {
	is_number(action.closed_day)
	action.verified_day == "none"
}

_out_of_time(action, _) if {
	is_number(action.verified_day)
	action.verified_day < action.closed_day
}

_out_of_time(action, days) if {
	is_number(action.closed_day)
	is_number(action.verified_day)
	action.verified_day > action.closed_day + days
}

_result(result) := {"field": "/verification_result", "actual": result, "expected": "passed"}

_verification(verified_at, parameters) := {
	"field": "/verified_at",
	"actual": verified_at,
	"expected": sprintf("<= %d days", [parameters.verify_days]),
}
