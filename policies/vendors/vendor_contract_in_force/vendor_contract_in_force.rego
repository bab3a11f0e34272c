# METADATA
# title: Vendors with personal data have a contract in force
# description: a vendor passes when one of its contracts is signed, has begun and is not over
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_contract_in_force

import data.lib.calendar
import data.lib.related
import data.lib.vendor_contract
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, contracts) if {
	some vendor in input.resources
	contracts := related.records("vendor_contract", vendor.id)
}

_verdict(vendor, contracts) := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.not_due("deletion_due", [{"field": "/due_until", "actual": calendar.date(max(days))}]) if {
	vendor.status == "offboarding"
	is_number(vendor.days_since_end)
	vendor.days_since_end > 0
	vendor_contract.none_in_force(vendor, contracts)
	days := [day | some contract in contracts; day := _deletion_day(vendor, contract)]
	count(days) > 0
}

else := verdict.fail("no_contract", [{"field": "/contracts_complete", "actual": true}]) if {
	vendor_contract.none_in_force(vendor, contracts)
	contracts == []
}

else := verdict.fail("none_in_force", array.concat(_in_force(contracts), _terms(contracts))) if {
	vendor_contract.none_in_force(vendor, contracts)
}

else := verdict.pass(_in_force(vendor_contract.in_force(contracts))) if {
	count(vendor_contract.in_force(contracts)) > 0
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("dates_unread")

# The last day on which the vendor may delete after a contract that is over, while that day is not past.
_deletion_day(vendor, contract) := vendor.as_of_day + left if {
	is_number(contract.days_to_end)
	contract.days_to_end < 0
	is_number(contract.deletion_period_days)
	left := contract.days_to_end + contract.deletion_period_days
	left >= 0
}

_in_force(contracts) := [evidence |
	some contract in contracts
	field := sprintf("/vendor_contract/%s/in_force", [contract.id])
	evidence := {"field": field, "actual": contract.in_force, "expected": true}
]

_terms(contracts) := [{"field": field, "actual": contract[name]} |
	some contract in contracts
	some name in ["signed_at", "effective_from", "effective_to"]
	field := sprintf("/vendor_contract/%s/%s", [contract.id, name])
]
