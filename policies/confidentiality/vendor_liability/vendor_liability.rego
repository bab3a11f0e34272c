# METADATA
# title: Partner terms state duty and liability
# description: |
#   a vendor passes when its contracts in force, or its agreements, bind it to confidentiality and name the liability
# schemas:
#   - input: schema["vendor.input"]
package confidentiality.vendor_liability

import data.lib.contract_clauses
import data.lib.lists
import data.lib.related
import data.lib.vendor_contract
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, agreements, contracts, input.parameters.accept_detector) if {
	some vendor in input.resources
	agreements := related.records("confidentiality_agreement", vendor.id)
	contracts := related.records("vendor_contract", vendor.id)
}

_verdict(vendor, agreements, contracts, accept) := verdict.not_applicable("no_personal_data") if {
	vendor.processes_pi == false
}

else := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.not_applicable("no_terms_in_force") if {
	vendor_contract.none_in_force(vendor, contracts)
	vendor.agreements_complete == true
	count([one | some one in agreements; _binds_not(one)]) == count(agreements)
}

else := verdict.pass(_clauses("vendor_contract", vendor_contract.in_force(contracts), accept)) if {
	said := _said(vendor_contract.in_force(contracts), accept)
	"confidentiality" in said
	"breach_liability" in said
}

else := verdict.pass(_clauses("confidentiality_agreement", _binding(agreements), accept)) if {
	said := _said(_binding(agreements), accept)
	"duties" in said
	some word in {"liability", "compensation"}
	word in said
}

else := verdict.fail("duty_or_liability_missing", array.concat(
	array.concat(
		_clauses("vendor_contract", vendor_contract.in_force(contracts), accept),
		contract_clauses.removals(contracts, ["confidentiality", "breach_liability"]),
	),
	_clauses("confidentiality_agreement", _binding(agreements), accept),
)) if {
	vendor.contracts_complete == true
	vendor.agreements_complete == true
	count([one | some one in contracts; _is_decided_contract(one, accept)]) == count(contracts)
	count([one | some one in agreements; _is_decided(one, accept)]) == count(agreements)
	_contracts_lack(_may_say(vendor_contract.in_force(contracts), accept))
	_agreements_lack(_said(_binding(agreements), accept))
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("agreements_out_of_sight") if vendor.agreements_complete == false

else := verdict.unknown("terms_undecided")

_binding(agreements) := [agreement |
	some agreement in agreements
	agreement.party_type == "vendor"
	agreement.in_force == true
]

_binds_not(agreement) if agreement.party_type == "staff"

_binds_not(agreement) if agreement.in_force == false

# What any of the documents is known to say.
_said(documents, accept) := [clause |
	some document in documents
	some clause in contract_clauses.said(document, accept)
]

_may_say(contracts, accept) := [clause |
	some contract in contracts
	some clause in contract_clauses.may_say(contract, accept)
]

_is_decided_contract(contract, _) if contract.in_force == false

_is_decided_contract(contract, accept) if {
	contract.in_force == true
	is_array(contract_clauses.said(contract, accept))
}

_is_decided(agreement, _) if _binds_not(agreement)

_is_decided(agreement, accept) if {
	agreement.party_type == "vendor"
	agreement.in_force == true
	is_array(contract_clauses.said(agreement, accept))
}

_contracts_lack(said) if lists.lacks(said, "confidentiality")

_contracts_lack(said) if lists.lacks(said, "breach_liability")

_agreements_lack(said) if lists.lacks(said, "duties")

_agreements_lack(said) if lists.missing(["liability", "compensation"], said) == ["liability", "compensation"]

_clauses(kind, documents, accept) := [{"field": field, "actual": clauses} |
	some document in documents
	clauses := contract_clauses.may_say(document, accept)
	field := sprintf("/%s/%s/clauses_present", [kind, document.id])
]
