# METADATA
# title: The incident team is led by an executive and has duties
# description: |
#   the organisation passes when one plan in force has a team with duties that an executive leads, and no plan in force
#   names somebody who left
# schemas:
#   - input: schema["organization.input"]
package incidents.organization_incident_team

import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each organisation of the batch, by its id
# entrypoint: true
verdicts[organization.id] := _verdict(related.records("incident_plan", organization.id), input.parameters) if {
	some organization in input.resources
}

_verdict(plans, parameters) := verdict.fail("leaver_in_team", _of_plans(leavers, ["has_leaver"])) if {
	leavers := [plan | some plan in plans; plan.is_current == true; plan.has_leaver == true]
	count(leavers) > 0
}

else := verdict.fail("no_plan", [{"field": "/incident_plan", "actual": count(plans)}]) if {
	input.complete.incident_plan == true
	count([plan | some plan in plans; plan.is_current == false]) == count(plans)
}

else := verdict.fail("no_led_team", _of_plans(_current(plans), _facts)) if {
	input.complete.incident_plan == true
	count([plan | some plan in plans; _is_poor(plan, parameters.min_active_members)]) == count(plans)
}

else := verdict.pass(_of_plans(_good(plans, parameters), _facts)) if {
	input.complete.incident_plan == true
	count(_good(plans, parameters)) > 0
	count([plan | some plan in plans; _names_no_leaver(plan)]) == count(plans)
}

else := verdict.unknown("plans_out_of_sight") if input.complete.incident_plan == false

else := verdict.unknown("team_unread")

_current(plans) := [plan | some plan in plans; plan.is_current == true]

_good(plans, parameters) := [plan | some plan in _current(plans); _is_good(plan, parameters.min_active_members)]

_is_good(plan, members) if {
	count(plan.team_staff_ids) > 0
	plan.is_led_by_executive == true
	plan.member_duties_defined == true
	plan.all_serve == true
	plan.active_people_at_least >= members
}

_is_poor(plan, _) if plan.is_current == false

_is_poor(plan, _) if plan.team_staff_ids == []

_is_poor(plan, _) if plan.is_led_by_executive == false

_is_poor(plan, _) if plan.member_duties_defined == false

_is_poor(plan, _) if plan.all_serve == false

_is_poor(plan, members) if {
	is_number(plan.active_people_at_most)
	plan.active_people_at_most < members
}

_names_no_leaver(plan) if plan.is_current == false

_names_no_leaver(plan) if plan.has_leaver == false

_facts := ["is_led_by_executive", "member_duties_defined", "all_serve", "active_people_at_least"]

_of_plans(plans, fields) := [evidence |
	some plan in plans
	some field in fields
	evidence := {"field": sprintf("/incident_plan/%s/%s", [plan.id, field]), "actual": plan[field]}
]
