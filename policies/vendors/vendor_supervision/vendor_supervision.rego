# METADATA
# title: Vendors are supervised
# description: a vendor passes when it was reviewed within the longest time allowed and no finding is overdue
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_supervision

import data.lib.calendar
import data.lib.related
import data.lib.vendor_contract
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, contracts, input.parameters) if {
	some vendor in input.resources
	contracts := related.records("vendor_contract", vendor.id)
}

_verdict(vendor, contracts, parameters) := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("vendor_leaving") if vendor.status in {"ended", "offboarding"}

else := verdict.fail("findings_overdue", [_findings(vendor)]) if vendor.open_findings_overdue > 0

else := verdict.fail("review_too_old", [_review(vendor), _age(vendor, parameters)]) if {
	is_number(vendor.days_since_monitored)
	vendor.days_since_monitored > parameters.max_days
}

else := verdict.fail("never_reviewed", array.concat([_review(vendor)], _starts(old))) if {
	vendor.last_monitored_at == "never"
	vendor.contracts_complete == true
	old := [contract | some contract in vendor_contract.in_force(contracts); _old(contract, parameters)]
	count(old) > 0
}

else := verdict.fail("never_reviewed_without_contract", [_review(vendor)]) if {
	vendor.last_monitored_at == "never"
	vendor_contract.none_in_force(vendor, contracts)
}

else := verdict.pass([_review(vendor), _age(vendor, parameters), _findings(vendor)]) if {
	is_number(vendor.days_since_monitored)
	vendor.days_since_monitored >= 0
	vendor.days_since_monitored <= parameters.max_days
	vendor.open_findings_overdue == 0
}

else := verdict.not_due("first_review_due", [{"field": "/due_until", "actual": due}]) if {
	vendor.last_monitored_at == "never"
	vendor.open_findings_overdue == 0
	vendor.contracts_complete == true
	count([contract | some contract in contracts; _young(contract, parameters)]) == count(contracts)
	due := _due(vendor, contracts, parameters)
}

else := verdict.unknown("contracts_out_of_sight") if {
	vendor.last_monitored_at == "never"
	vendor.contracts_complete == false
}

else := verdict.unknown("supervision_unread")

_old(contract, parameters) if {
	is_number(contract.days_since_start)
	contract.days_since_start > parameters.max_days
}

_young(contract, _) if contract.in_force == false

_young(contract, parameters) if {
	is_number(contract.days_since_start)
	contract.days_since_start <= parameters.max_days
}

# The time for the first review runs from the begin of the earliest contract in force.
_due(vendor, contracts, parameters) := calendar.date((vendor.as_of_day - max(ages)) + parameters.max_days) if {
	ages := [contract.days_since_start | some contract in vendor_contract.in_force(contracts)]
	count(ages) > 0
}

_review(vendor) := {"field": "/last_monitored_at", "actual": vendor.last_monitored_at}

_age(vendor, parameters) := {
	"field": "/days_since_monitored",
	"actual": vendor.days_since_monitored,
	"expected": parameters.max_days,
}

_findings(vendor) := {"field": "/open_findings_overdue", "actual": vendor.open_findings_overdue, "expected": 0}

_starts(contracts) := [evidence |
	some contract in contracts
	field := sprintf("/vendor_contract/%s/effective_from", [contract.id])
	evidence := {"field": field, "actual": contract.effective_from}
]
