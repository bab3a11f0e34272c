# METADATA
# title: A data-leak drill is held in time
# description: |
#   the organisation passes when one drill within the days covered every element by a plan of the register, with an
#   executive and a report
# schemas:
#   - input: schema["organization.input"]
package incidents.organization_drill

import data.lib.deadline
import data.lib.lists
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each organisation of the batch, by its id
# entrypoint: true
verdicts[organization.id] := _verdict(related.records("drill", organization.id), input.parameters) if {
	some organization in input.resources
}

_verdict(drills, parameters) := verdict.pass(_days(_good(drills, parameters), parameters)) if {
	count(_good(drills, parameters)) > 0
}

else := verdict.not_due("report_due", deadline.after_days(max(days), parameters.report_days)) if {
	_none_is_good(drills, parameters)
	days := _unreported(drills, parameters)
	count(days) > 0
}

else := verdict.fail("no_good_drill", [{"field": "/drill", "actual": [drill.id | some drill in drills]}]) if {
	_none_is_good(drills, parameters)
}

else := verdict.unknown("drills_out_of_sight") if input.complete.drill == false

else := verdict.unknown("drills_unread")

_good(drills, parameters) := [drill |
	some drill in drills
	_is_held(drill, parameters)
	drill.is_reported == true
]

# The days of the drills whose report is not due yet.
_unreported(drills, parameters) := [drill.performed_day |
	some drill in drills
	_is_held(drill, parameters)
	drill.is_reported == false
	drill.days_since_performed <= parameters.report_days
]

_none_is_good(drills, parameters) if {
	input.complete.drill == true
	count([drill | some drill in drills; _is_poor(drill, parameters)]) == count(drills)
}

_is_held(drill, parameters) if {
	is_number(drill.days_since_performed)
	drill.days_since_performed <= parameters.max_days
	lists.missing(parameters.elements, drill.elements) == []
	drill.includes_executive == true
	drill.is_of_plan == true
}

_is_poor(drill, _) if drill.days_since_performed == "none"

_is_poor(drill, parameters) if {
	is_number(drill.days_since_performed)
	drill.days_since_performed > parameters.max_days
}

_is_poor(drill, parameters) if count(lists.missing(parameters.elements, drill.elements)) > 0

_is_poor(drill, _) if drill.includes_executive == false

_is_poor(drill, _) if drill.is_of_plan == false

_is_poor(drill, _) if drill.is_reported == false

_days(drills, parameters) := [evidence |
	some drill in drills
	evidence := {
		"field": sprintf("/drill/%s/performed_at", [drill.id]),
		"actual": drill.performed_at,
		"expected": sprintf("<= %d days", [parameters.max_days]),
	}
]
