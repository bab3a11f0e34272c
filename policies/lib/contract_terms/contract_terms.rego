# METADATA
# title: Terms of contracts
# description: |
#   which of several contracts' values counts: that of an amendment takes the place of its base's, those of independent
#   contracts all count
package lib.contract_terms

# METADATA
# description: |
#   what contracts say of one value: those in force that state it, those known not to (silent or out of force), and
#   those whose value would be good
terms(stating, silent, good) := {
	"stating": {contract.id | some contract in stating},
	"silent": {contract.id | some contract in silent},
	"good": {contract.id | some contract in good},
}

# METADATA
# description: the contracts whose value is known to count, no contract that may replace it states another
binding(vendor, contracts, terms) := [contract |
	vendor.contracts_complete == true
	some contract in contracts
	contract.id in terms.stating
	count([id | some id in contract.may_be_superseded_by; id in terms.silent]) == count(contract.may_be_superseded_by)
]

# METADATA
# description: a value counts, and each that counts or may count is good
all_good(vendor, contracts, terms) if {
	vendor.contracts_complete == true
	count([id | some id in terms.stating; id in terms.good]) > 0
	count([contract | some contract in contracts; _harmless(contract, terms)]) == count(contracts)
}

_harmless(contract, terms) if contract.id in terms.silent

_harmless(contract, terms) if contract.id in terms.good

_harmless(contract, terms) if {
	some id in contract.superseded_by
	id in terms.stating
}

# METADATA
# description: no contract in force states the value, nor can one out of sight
all_silent(vendor, contracts, terms) if {
	vendor.contracts_complete == true
	count([contract | some contract in contracts; contract.id in terms.silent]) == count(contracts)
}
