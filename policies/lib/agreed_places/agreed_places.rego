# METADATA
# title: Agreed places
# description: where contracts allow data to lie, as codes of countries; EEA stands for its members
package lib.agreed_places

import data.lib.contract_clauses
import data.lib.contract_terms
import data.lib.lists
import data.lib.vendor_contract

# METADATA
# description: which contracts agree on places; one that leaves the choice to the customer agrees on none
terms(contracts, good) := contract_terms.terms(stating, silent, good) if {
	stating := [contract | some contract in vendor_contract.in_force(contracts); _states(contract)]
	silent := [contract | some contract in contracts; _silent(contract)]
}

# METADATA
# description: the codes of the countries in which the contract allows the data
places(contract, eea) := array.concat(contract.data_location_codes, [country |
	"EEA" in contract.data_location_codes
	some country in eea
])

# METADATA
# description: the contract promises mainland China and nothing else
is_mainland(contract) if {
	count(contract.data_location_codes) > 0
	count([code | some code in contract.data_location_codes; code == "CN"]) == count(contract.data_location_codes)
}

# METADATA
# description: the contract allows another place than mainland China
is_wider(contract) if {
	some code in contract.data_location_codes
	lists.lacks(["CN"], code)
}

_states(contract) if {
	count(contract.data_location_codes) > 0
	lists.lacks(contract.data_location_codes, "customer_selected")
	contract_clauses.stands(contract, "cross_border")
}

_silent(contract) if contract.in_force == false

_silent(contract) if contract.data_location_codes == []

_silent(contract) if contract_clauses.struck(contract, "cross_border")

_silent(contract) if "customer_selected" in contract.data_location_codes
