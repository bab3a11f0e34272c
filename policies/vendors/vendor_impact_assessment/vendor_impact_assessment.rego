# METADATA
# title: Vendors are assessed before data are entrusted to them
# description: |
#   a vendor passes when an assessment was done by the day on which the first of its contracts in force began, or by
#   the day on which the law asked for it first
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_impact_assessment

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

else := verdict.fail("never_assessed", [_assessment(vendor)]) if {
	vendor.assessments_read == true
	vendor.was_assessed == false
}

else := verdict.fail("assessed_too_late", array.concat([_assessment(vendor)], _starts(earlier))) if {
	vendor.assessments_read == true
	vendor.contracts_complete == true
	vendor.assessed_at > parameters.law_in_force_on
	earlier := [contract | some contract in vendor_contract.in_force(contracts); _began_before(contract, vendor)]
	count(earlier) > 0
}

else := verdict.pass(array.concat([_assessment(vendor)], _starts(vendor_contract.in_force(contracts)))) if {
	vendor.was_assessed == true
	vendor.contracts_complete == true
	count([contract | some contract in contracts; _in_time(contract, vendor, parameters)]) == count(contracts)
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("assessment_or_start_unread")

_began_before(contract, vendor) if {
	is_number(contract.days_since_start)
	is_number(vendor.days_since_assessed)
	contract.days_since_start > vendor.days_since_assessed
}

_in_time(contract, _, _) if contract.in_force == false

_in_time(contract, vendor, _) if {
	is_number(contract.days_since_start)
	is_number(vendor.days_since_assessed)
	contract.days_since_start <= vendor.days_since_assessed
}

_in_time(_, vendor, parameters) if vendor.assessed_at <= parameters.law_in_force_on

_assessment(vendor) := {"field": "/assessed_at", "actual": vendor.assessed_at}

_starts(contracts) := [evidence |
	some contract in contracts
	field := sprintf("/vendor_contract/%s/effective_from", [contract.id])
	evidence := {"field": field, "actual": contract.effective_from}
]
