# METADATA
# title: Vendors are bound to confidentiality
# description: a vendor passes when a confidentiality agreement is in force, or a contract in force has such a clause
# schemas:
#   - input: schema["vendor.input"]
package confidentiality.vendor_confidentiality

import data.lib.contract_clauses
import data.lib.related
import data.lib.vendor_contract
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, agreements, contracts, input.parameters) if {
	some vendor in input.resources
	agreements := related.records("confidentiality_agreement", vendor.id)
	contracts := related.records("vendor_contract", vendor.id)
}

_verdict(vendor, agreements, contracts, parameters) := verdict.not_applicable("no_personal_data") if {
	vendor.processes_pi == false
}

else := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.pass(_in_force(binding)) if {
	binding := [agreement | some agreement in agreements; _binds(agreement)]
	count(binding) > 0
}

else := verdict.pass(_clauses(stating, parameters.accept_detector)) if {
	stating := [contract |
		some contract in vendor_contract.in_force(contracts)
		"confidentiality" in contract_clauses.said(contract, parameters.accept_detector)
	]
	count(stating) > 0
}

else := verdict.fail("not_bound", array.concat(_registers(vendor), seen)) if {
	vendor.agreements_complete == true
	count([agreement | some agreement in agreements; _binds_not(agreement)]) == count(agreements)
	vendor.contracts_complete == true
	accept := parameters.accept_detector
	silent := [contract | some contract in contracts; contract_clauses.without(contract, "confidentiality", accept)]
	count(silent) == count(contracts)
	clauses := _clauses(vendor_contract.in_force(contracts), accept)
	removals := contract_clauses.removals(contracts, ["confidentiality"])
	seen := array.concat(_in_force(agreements), array.concat(clauses, removals))
}

else := verdict.unknown("agreements_out_of_sight") if vendor.agreements_complete == false

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("confidentiality_undecided")

_binds(agreement) if {
	agreement.party_type == "vendor"
	agreement.in_force == true
}

_binds_not(agreement) if agreement.party_type == "staff"

_binds_not(agreement) if agreement.in_force == false

_in_force(agreements) := [evidence |
	some agreement in agreements
	field := sprintf("/confidentiality_agreement/%s/in_force", [agreement.id])
	evidence := {"field": field, "actual": agreement.in_force, "expected": true}
]

_clauses(contracts, accept) := [evidence |
	some contract in contracts
	clauses := contract_clauses.may_say(contract, accept)
	field := sprintf("/vendor_contract/%s/clauses_present", [contract.id])
	evidence := {"field": field, "actual": clauses, "expected": ["confidentiality"]}
]

_registers(vendor) := [
	{"field": "/agreements_complete", "actual": vendor.agreements_complete},
	{"field": "/contracts_complete", "actual": vendor.contracts_complete},
]
