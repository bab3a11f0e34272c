# METADATA
# title: Vendors are reviewed before they sign
# description: a vendor passes when its entry review succeeded not later than the signature of each contract in force
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_due_diligence

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

else := verdict.not_applicable("vendor_leaving") if vendor.status in {"ended", "offboarding"}

else := verdict.fail("review_missing", [_review(vendor)]) if vendor.due_diligence_at == "never"

else := verdict.fail("review_not_passed", [_result(vendor)]) if vendor.due_diligence_result in {"fail", "none"}

else := verdict.fail("review_planned", [_review(vendor)]) if {
	is_number(vendor.days_since_due_diligence)
	vendor.days_since_due_diligence < 0
}

else := verdict.fail("signed_before_review", array.concat([_review(vendor)], _signatures(early))) if {
	early := [contract | some contract in vendor_contract.in_force(contracts); _signed_early(contract, vendor)]
	count(early) > 0
}

else := verdict.pass(array.concat([_review(vendor), _result(vendor)], _signatures(contracts))) if {
	vendor.due_diligence_result in {"pass", "conditional"}
	is_number(vendor.days_since_due_diligence)
	vendor.contracts_complete == true
	count([contract | some contract in contracts; _in_order(contract, vendor)]) == count(contracts)
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("review_or_signature_unread")

_signed_early(contract, vendor) if {
	is_number(contract.days_since_signed)
	is_number(vendor.days_since_due_diligence)
	contract.days_since_signed > vendor.days_since_due_diligence
}

_in_order(contract, _) if contract.in_force == false

_in_order(contract, vendor) if {
	is_number(contract.days_since_signed)
	contract.days_since_signed <= vendor.days_since_due_diligence
}

_review(vendor) := {"field": "/due_diligence_at", "actual": vendor.due_diligence_at}

_result(vendor) := {"field": "/due_diligence_result", "actual": vendor.due_diligence_result}

_signatures(contracts) := [evidence |
	some contract in contracts
	field := sprintf("/vendor_contract/%s/signed_at", [contract.id])
	evidence := {"field": field, "actual": contract.signed_at}
]
