# METADATA
# title: Sensitive data are sub-processed only with specific prior consent
# description: a vendor of sensitive or important data passes when each way of sub-processing that counts is accepted
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_sub_processing

import data.lib.contract_clauses
import data.lib.contract_terms
import data.lib.lists
import data.lib.related
import data.lib.vendor_contract
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, contracts, terms, accepted) if {
	some vendor in input.resources
	contracts := related.records("vendor_contract", vendor.id)
	accepted := input.parameters.accepted
	terms := _terms(contracts, accepted)
}

_verdict(vendor, contracts, terms, accepted) := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("not_sensitive") if {
	lists.lacks(vendor.data_levels, "sensitive")
	lists.lacks(vendor.data_levels, "important")
}

else := verdict.not_applicable("no_contract_in_force") if vendor_contract.none_in_force(vendor, contracts)

else := verdict.fail("not_accepted", _modes(weak, accepted)) if {
	_is_sensitive(vendor)
	binding := contract_terms.binding(vendor, contracts, terms)
	weak := [contract | some contract in binding; lists.lacks(accepted, contract.sub_processing_mode)]
	count(weak) > 0
}

else := verdict.fail("not_agreed", _modes(vendor_contract.in_force(contracts), accepted)) if {
	_is_sensitive(vendor)
	contract_terms.all_silent(vendor, contracts, terms)
	count(vendor_contract.in_force(contracts)) > 0
}

else := verdict.pass(_modes(vendor_contract.in_force(contracts), accepted)) if {
	_is_sensitive(vendor)
	contract_terms.all_good(vendor, contracts, terms)
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("sub_processing_undecided")

_is_sensitive(vendor) if {
	some level in vendor.data_levels
	level in {"sensitive", "important"}
}

_terms(contracts, accepted) := contract_terms.terms(stating, silent, good) if {
	stating := [contract | some contract in vendor_contract.in_force(contracts); _states(contract)]
	silent := [contract | some contract in contracts; _silent(contract)]
	good := [contract | some contract in contracts; contract.sub_processing_mode in accepted]
}

_states(contract) if {
	contract.sub_processing_mode in {"prior_specific", "general_objection", "prohibited", "free"}
	contract_clauses.stands(contract, "sub_processing_consent")
}

_silent(contract) if contract.in_force == false

_silent(contract) if contract.sub_processing_mode == "absent"

_silent(contract) if contract_clauses.struck(contract, "sub_processing_consent")

_modes(contracts, accepted) := [evidence |
	some contract in contracts
	field := sprintf("/vendor_contract/%s/sub_processing_mode", [contract.id])
	evidence := {"field": field, "actual": contract.sub_processing_mode, "expected": accepted}
]
