# METADATA
# title: An incident plan is approved, complete and reviewed
# description: |
#   the organisation passes when one plan in force was approved by somebody, has every phase, lists the legal deadlines
#   and was looked at lately
# schemas:
#   - input: schema["organization.input"]
package incidents.organization_incident_plan

import data.lib.lists
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each organisation of the batch, by its id
# entrypoint: true
verdicts[organization.id] := _verdict(related.records("incident_plan", organization.id), input.parameters) if {
	some organization in input.resources
}

_verdict(plans, parameters) := verdict.pass(_approvals(_good(plans, parameters))) if {
	count(_good(plans, parameters)) > 0
}

else := verdict.fail("no_good_plan", [{"field": "/incident_plan", "actual": [plan.id | some plan in plans]}]) if {
	input.complete.incident_plan == true
	count([plan | some plan in plans; _is_poor(plan, parameters)]) == count(plans)
}

else := verdict.unknown("plans_out_of_sight") if input.complete.incident_plan == false

else := verdict.unknown("plans_unread")

_good(plans, parameters) := [plan | some plan in plans; _is_good(plan, parameters)]

_is_good(plan, parameters) if {
	plan.is_current == true
	plan.is_approved_by_someone == true
	plan.report_deadlines_listed == true
	lists.missing(parameters.phases, plan.phases_present) == []
	is_number(plan.days_since_looked_at)
	plan.days_since_looked_at <= parameters.max_days
}

_is_poor(plan, _) if plan.is_current == false

_is_poor(plan, _) if plan.is_approved_by_someone == false

_is_poor(plan, _) if plan.report_deadlines_listed == false

_is_poor(plan, parameters) if count(lists.missing(parameters.phases, plan.phases_present)) > 0

_is_poor(plan, parameters) if {
	plan.is_looking_known == true
	is_number(plan.days_since_looked_at)
	plan.days_since_looked_at > parameters.max_days
}

_approvals(plans) := [evidence |
	some plan in plans
	evidence := {"field": sprintf("/incident_plan/%s/approved_at", [plan.id]), "actual": plan.approved_at}
]
