# METADATA
# title: Contracts belong to a registered vendor
# description: a contract in force passes when the register of vendors holds its vendor
# schemas:
#   - input: schema["vendor_contract.input"]
package vendors.vendor_contract_registered_vendor

import data.lib.verdict

# METADATA
# description: one answer for each contract of the batch, by contract id
# entrypoint: true
verdicts[contract.id] := _verdict(contract) if some contract in input.resources

_verdict(contract) := verdict.not_applicable("not_in_force") if contract.in_force == false

else := verdict.pass([_vendor(contract)]) if input.related.vendor[contract.vendor_id].id == contract.vendor_id

else := verdict.fail("vendor_not_registered", [_vendor(contract)]) if {
	is_string(contract.vendor_id)
	input.complete.vendor == true
}

else := verdict.unknown("vendor_unread") if is_string(contract.vendor_id)

else := verdict.unknown("vendor_not_matched") if is_string(contract.vendor_name)

else := verdict.unknown("vendor_not_named")

_vendor(contract) := {"field": "/vendor_id", "actual": contract.vendor_id}
