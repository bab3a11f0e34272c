# METADATA
# title: Contacts of the incident plan are tested and its team is trained
# description: |
#   a plan in force passes when its contacts were tested lately, and each member was trained or took part in a drill
#   of the plan
# schemas:
#   - input: schema["incident_plan.input"]
package incidents.incident_plan_team_ready

import data.lib.verdict

# METADATA
# description: one answer for each plan of the batch, by plan id
# entrypoint: true
verdicts[plan.id] := _verdict(plan, input.parameters) if some plan in input.resources

_verdict(plan, parameters) := verdict.not_applicable("not_in_force") if plan.is_current == false

else := verdict.fail("contacts_not_tested", [_contacts(plan.contacts_verified_at, parameters)]) if {
	is_string(plan.contacts_verified_at)
	_are_contacts_old(plan, parameters.contact_days)
}

else := verdict.fail("no_team", [{"field": "/team_staff_ids", "actual": []}]) if plan.team_staff_ids == []

else := verdict.fail("members_unskilled", [{"field": "/unskilled_members", "actual": unskilled, "expected": []}]) if {
	unskilled := [member | some member in plan.team_staff_ids; _is_unskilled(plan, member, parameters)]
	count(unskilled) > 0
}

else := verdict.pass([_contacts(plan.contacts_verified_at, parameters)]) if {
	is_string(plan.contacts_verified_at)
	is_number(plan.days_since_contacts_verified)
	plan.days_since_contacts_verified <= parameters.contact_days
	skilled := [member | some member in plan.team_staff_ids; _is_skilled(plan, member, parameters)]
	count(skilled) > 0
	count(skilled) == count(plan.team_staff_ids)
}

else := verdict.unknown("skills_unread")

_are_contacts_old(plan, _) if plan.days_since_contacts_verified == "none"

_are_contacts_old(plan, days) if {
	is_number(plan.days_since_contacts_verified)
	plan.days_since_contacts_verified > days
}

_is_skilled(plan, member, parameters) if count(_proofs(plan, member, parameters)) > 0

_is_unskilled(plan, member, parameters) if {
	is_object(plan.training_days)
	is_object(plan.drill_days)
	is_object(plan.undecided_days)
	_proofs(plan, member, parameters) == []
	count([days | days := plan.undecided_days[member]; days <= parameters.skill_days]) == 0
}

# The days since the last training and the last drill of a member, as far as they are recent enough.
_proofs(plan, member, parameters) := array.concat(
	[days | days := plan.training_days[member][parameters.topic]; days <= parameters.skill_days],
	[days | days := plan.drill_days[member]; days <= parameters.skill_days],
)

_contacts(verified_at, parameters) := {
	"field": "/contacts_verified_at",
	"actual": verified_at,
	"expected": sprintf("<= %d days", [parameters.contact_days]),
}
