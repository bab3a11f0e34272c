# METADATA
# title: Contracts in force have the required clauses
# description: |
#   a vendor passes when each required clause is in one of its contracts in force; master agreement, data-processing
#   agreement and amendments count together
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_contract_clauses

import data.lib.contract_clauses
import data.lib.lists
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

else := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.not_applicable("no_contract_in_force") if vendor_contract.none_in_force(vendor, contracts)

else := verdict.fail("clauses_missing", array.concat(
	_clauses(contracts, parameters, missing),
	array.concat(
		contract_clauses.removals(contracts, missing),
		contract_clauses.differing(contracts, "clauses_present"),
	),
)) if {
	vendor_contract.all_decided(vendor, contracts)
	live := vendor_contract.in_force(contracts)
	count([contract | some contract in live; _read(contract, parameters)]) == count(live)
	missing := lists.missing(parameters.required, _may_say(contracts, parameters))
	count(missing) > 0
}

else := verdict.pass(array.concat(
	_clauses(contracts, parameters, parameters.required),
	contract_clauses.differing(contracts, "clauses_present"),
)) if {
	count(parameters.required) > 0
	lists.missing(parameters.required, _said(contracts, parameters)) == []
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("clauses_not_vouched_for")

_read(contract, parameters) if is_array(contract_clauses.said(contract, parameters.accept_detector))

_said(contracts, parameters) := [clause |
	some contract in vendor_contract.in_force(contracts)
	some clause in contract_clauses.said(contract, parameters.accept_detector)
]

_may_say(contracts, parameters) := [clause |
	some contract in vendor_contract.in_force(contracts)
	some clause in contract_clauses.may_say(contract, parameters.accept_detector)
]

_clauses(contracts, parameters, expected) := [evidence |
	some contract in vendor_contract.in_force(contracts)
	field := sprintf("/vendor_contract/%s/clauses_present", [contract.id])
	clauses := contract_clauses.may_say(contract, parameters.accept_detector)
	evidence := {"field": field, "actual": clauses, "expected": expected}
]
