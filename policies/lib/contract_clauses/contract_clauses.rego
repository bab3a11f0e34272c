# METADATA
# title: Clauses of contracts
# description: what a contract is known to say; a clause counts when somebody vouches for it
package lib.contract_clauses

import data.lib.lists

# METADATA
# description: the clauses for which somebody vouches; the detector does where it read the text and is accepted
# scope: document
said(contract, _) := contract.clauses_present if {
	contract.clauses_source in {"register", "lawyer_confirmed"}
	is_array(contract.clauses_present)
}

said(contract, accept_detector) := contract.clauses_present if {
	contract.clauses_source == "detector"
	contract.text_extracted == true
	accept_detector == true
	is_array(contract.clauses_present)
}

# METADATA
# description: the contract is not in force, or is known to lack the clause
# scope: document
without(contract, _, _) if contract.in_force == false

without(contract, clause, accept_detector) if lists.lacks(said(contract, accept_detector), clause)
