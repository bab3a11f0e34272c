# METADATA
# title: Clauses of contracts
# description: what a contract is known to say; a clause counts when somebody vouches for it
package lib.contract_clauses

import data.lib.lists

# METADATA
# description: |
#   the clauses for which somebody vouches and that no amendment takes out; the detector vouches where it read the text
#   and is accepted
# scope: document
said(contract, accept_detector) := clauses if {
	vouched := _vouched(contract, accept_detector)
	clauses := [clause | some clause in vouched; stands(contract, clause)]
}

# METADATA
# description: the clauses of `said`, and those that an amendment may take out or may not
# scope: document
may_say(contract, accept_detector) := clauses if {
	vouched := _vouched(contract, accept_detector)
	clauses := [clause | some clause in vouched; _is_not_struck(contract, clause)]
}

# METADATA
# description: the contract is not in force, or is known to lack the clause
# scope: document
without(contract, _, _) if contract.in_force == false

without(contract, clause, accept_detector) if lists.lacks(may_say(contract, accept_detector), clause)

# METADATA
# description: an amendment takes the clause out of the contract
# scope: document
struck(contract, clause) if clause in contract.clauses_struck

# METADATA
# description: no amendment takes the clause out of the contract, or may do so
# scope: document
stands(contract, clause) if {
	_is_not_struck(contract, clause)
	count([doubt | some doubt in contract.clauses_in_doubt; doubt == clause]) == 0
}

# METADATA
# description: evidence of the clauses among those wanted that amendments take out, and of these amendments
# scope: document
removals(contracts, wanted) := [{"field": field, "actual": contract[name]} |
	some contract in contracts
	contract.in_force == true
	count([clause | some clause in contract.clauses_struck; clause in wanted]) > 0
	some name in ["clauses_struck", "superseded_by"]
	field := sprintf("/vendor_contract/%s/%s", [contract.id, name])
]

# METADATA
# description: evidence of what another source says of a field, and what does not count
# scope: document
differing(contracts, name) := [{"field": field, "actual": contract.differs[name]} |
	some contract in contracts
	contract.in_force == true
	field := sprintf("/vendor_contract/%s/differs", [contract.id])
]

_vouched(contract, _) := contract.clauses_present if {
	contract.clauses_source in {"register", "lawyer_confirmed"}
	is_array(contract.clauses_present)
}

_vouched(contract, accept_detector) := contract.clauses_present if {
	contract.clauses_source == "detector"
	contract.text_extracted == true
	accept_detector == true
	is_array(contract.clauses_present)
}

# An agreement of confidentiality has no amendments, so no such list.
_is_not_struck(contract, clause) if count([gone | some gone in contract.clauses_struck; gone == clause]) == 0
