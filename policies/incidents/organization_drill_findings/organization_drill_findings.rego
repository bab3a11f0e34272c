# METADATA
# title: Drill findings are closed and a vendor takes part
# description: |
#   the organisation passes when no finding of a drill is overdue, and a vendor took part in a drill within the days or
#   there is none that has personal information
# schemas:
#   - input: schema["organization.input"]
package incidents.organization_drill_findings

import data.lib.lists
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each organisation of the batch, by its id
# entrypoint: true
verdicts[organization.id] := _verdict(drills, vendors, input.parameters) if {
	some organization in input.resources
	drills := related.records("drill", organization.id)
	vendors := related.records("vendor", organization.id)
}

_verdict(drills, vendors, parameters) := verdict.not_applicable("no_drill_and_no_vendor") if {
	input.complete.drill == true
	count([drill | some drill in drills; drill.days_since_performed == "none"]) == count(drills)
	_nobody_to_invite(vendors)
}

else := verdict.fail("findings_overdue", _findings(overdue)) if {
	overdue := [drill | some drill in _held(drills); _is_overdue(drill)]
	count(overdue) > 0
}

else := verdict.fail("no_vendor_took_part", _invitation(vendors)) if {
	input.complete.drill == true
	count([drill | some drill in drills; _is_without_vendor(drill, parameters)]) == count(drills)
	count(_to_invite(vendors)) > 0
}

else := verdict.pass(_findings(_held(drills))) if {
	_is_clean(drills)
	count([drill | some drill in _held(drills); _is_with_vendor(drill, parameters)]) > 0
}

else := verdict.pass(_findings(_held(drills))) if {
	_is_clean(drills)
	_nobody_to_invite(vendors)
}

else := verdict.unknown("registers_out_of_sight") if input.complete.drill == false

else := verdict.unknown("registers_out_of_sight") if input.complete.vendor == false

else := verdict.unknown("drills_or_vendors_unread")

_held(drills) := [drill | some drill in drills; is_number(drill.days_since_performed)]

_is_overdue(drill) if {
	is_number(drill.findings_overdue)
	drill.findings_overdue > 0
}

_is_clean(drills) if {
	input.complete.drill == true
	count(_held(drills)) > 0
	count([drill | some drill in drills; _has_no_overdue_finding(drill)]) == count(drills)
}

_has_no_overdue_finding(drill) if drill.days_since_performed == "none"

_has_no_overdue_finding(drill) if drill.findings_overdue == 0

_is_with_vendor(drill, parameters) if {
	drill.includes_vendor == true
	drill.days_since_performed <= parameters.max_days
}

_is_without_vendor(drill, _) if drill.includes_vendor == false

_is_without_vendor(drill, _) if drill.days_since_performed == "none"

_is_without_vendor(drill, parameters) if {
	is_number(drill.days_since_performed)
	drill.days_since_performed > parameters.max_days
}

_to_invite(vendors) := [vendor |
	some vendor in vendors
	vendor.processes_pi == true
	lists.lacks(["ended"], vendor.status)
]

_invitation(vendors) := [{"field": "/vendors_to_invite", "actual": count(_to_invite(vendors))}]

_nobody_to_invite(vendors) if {
	input.complete.vendor == true
	count([vendor | some vendor in vendors; _is_not_invited(vendor)]) == count(vendors)
}

_is_not_invited(vendor) if vendor.status == "ended"

_is_not_invited(vendor) if vendor.processes_pi == false

_findings(drills) := [evidence |
	some drill in drills
	field := sprintf("/drill/%s/findings_overdue", [drill.id])
	evidence := {"field": field, "actual": drill.findings_overdue, "expected": 0}
]
