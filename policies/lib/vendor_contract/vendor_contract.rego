# METADATA
# title: Contracts of a vendor
# description: which of them are in force, and whether that is known of all
package lib.vendor_contract

# METADATA
# description: the contracts that are known to be in force
in_force(contracts) := [contract | some contract in contracts; contract.in_force == true]

# METADATA
# description: the contracts that are known not to be in force
out_of_force(contracts) := [contract | some contract in contracts; contract.in_force == false]

# METADATA
# description: no contract of the vendor can be in force, not even one out of sight
none_in_force(vendor, contracts) if {
	vendor.contracts_complete == true
	count(out_of_force(contracts)) == count(contracts)
}

# METADATA
# description: of each contract of the vendor it is known whether it is in force, and none is out of sight
all_decided(vendor, contracts) if {
	vendor.contracts_complete == true
	count(in_force(contracts)) + count(out_of_force(contracts)) == count(contracts)
}
