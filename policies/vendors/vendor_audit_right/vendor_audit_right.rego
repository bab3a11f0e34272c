# METADATA
# title: Contracts in force leave the right to audit
# description: a vendor passes when each audit right that counts is accepted; sensitive data need more than reports
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_audit_right

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
	accepted := _accepted(vendor, input.parameters)
	terms := _terms(contracts, accepted)
}

_verdict(vendor, contracts, terms, accepted) := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("no_contract_in_force") if vendor_contract.none_in_force(vendor, contracts)

else := verdict.not_applicable("contracts_silent") if contract_terms.all_silent(vendor, contracts, terms)

else := verdict.fail("audit_excluded", _rights(excluded, accepted)) if {
	binding := contract_terms.binding(vendor, contracts, terms)
	excluded := [contract | some contract in binding; contract.audit_right == "excluded"]
	count(excluded) > 0
}

else := verdict.fail("audit_not_enough", _rights(weak, accepted)) if {
	is_array(vendor.data_levels)
	binding := contract_terms.binding(vendor, contracts, terms)
	weak := [contract | some contract in binding; lists.lacks(accepted, contract.audit_right)]
	count(weak) > 0
}

else := verdict.pass(_rights(vendor_contract.in_force(contracts), accepted)) if {
	contract_terms.all_good(vendor, contracts, terms)
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("audit_right_undecided")

_accepted(vendor, parameters) := parameters.accepted_sensitive if {
	some level in vendor.data_levels
	level in {"sensitive", "important"}
}

else := parameters.accepted if is_array(vendor.data_levels)

# While the data are not known, only a right that is enough for all of them is known to be enough.
else := [right | some right in parameters.accepted; right in parameters.accepted_sensitive]

_terms(contracts, accepted) := contract_terms.terms(stating, silent, good) if {
	stating := [contract | some contract in vendor_contract.in_force(contracts); _states(contract)]
	silent := [contract | some contract in contracts; _silent(contract)]
	good := [contract | some contract in contracts; contract.audit_right in accepted]
}

_states(contract) if {
	contract.audit_right in {"full", "limited", "report_only", "excluded"}
	contract_clauses.stands(contract, "supervision_audit")
}

_silent(contract) if contract.in_force == false

_silent(contract) if contract.audit_right == "absent"

_silent(contract) if contract_clauses.struck(contract, "supervision_audit")

_rights(contracts, accepted) := [evidence |
	some contract in contracts
	field := sprintf("/vendor_contract/%s/audit_right", [contract.id])
	evidence := {"field": field, "actual": contract.audit_right, "expected": accepted}
]
