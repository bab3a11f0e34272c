# METADATA
# title: Access of a vendor ends with its contracts
# description: |
#   a vendor whose contracts have all ended passes when no account of it is open, and no bucket or backup lets it in
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_access_end

import data.lib.related
import data.lib.vendor_contract
import data.lib.vendor_stores
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, contracts) if {
	some vendor in input.resources
	contracts := related.records("vendor_contract", vendor.id)
}

_verdict(vendor, contracts) := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("contract_in_force") if count(vendor_contract.in_force(contracts)) > 0

else := verdict.not_applicable("never_contracted") if {
	vendor.contracts_complete == true
	count([contract | some contract in contracts; _never_ran(contract)]) == count(contracts)
}

else := verdict.fail("access_still_open", array.concat(_ends(contracts), open)) if {
	_is_over(vendor, contracts)
	open := array.concat(array.concat(_open_accounts(vendor), _open_buckets(vendor)), _open_backups(vendor))
	count(open) > 0
}

else := verdict.pass(_ends(contracts)) if {
	_is_over(vendor, contracts)
	_accounts_closed(vendor)
	_stores_closed(vendor)
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("access_undecided")

_is_over(vendor, contracts) if {
	vendor_contract.none_in_force(vendor, contracts)
	count([contract | some contract in contracts; _has_ended(contract)]) > 0
}

_has_ended(contract) if {
	is_number(contract.days_since_signed)
	contract.days_since_signed >= 0
	is_number(contract.days_to_end)
	contract.days_to_end < 0
}

_never_ran(contract) if contract.days_since_signed == "none"

_never_ran(contract) if {
	contract.in_force == false
	contract.days_to_end == "open_ended"
}

_never_ran(contract) if {
	contract.in_force == false
	is_number(contract.days_to_end)
	contract.days_to_end >= 0
}

_open_accounts(vendor) := [{"field": field, "actual": account.enabled, "expected": false} |
	some account in related.records("identity_account", vendor.id)
	account.enabled == true
	account.expired == false
	field := sprintf("/identity_account/%s/enabled", [account.id])
]

_open_buckets(vendor) := [{"field": field, "actual": principal} |
	some bucket in vendor_stores.buckets(vendor)
	some principal, account in bucket.principal_accounts
	account in vendor.cloud_account_ids
	field := sprintf("/storage_bucket/%s/external_principals", [bucket.id])
]

_open_backups(vendor) := [{"field": field, "actual": backup.shared_with} |
	some backup in related.records("backup", vendor.id)
	some account in backup.shared_with
	account in vendor.cloud_account_ids
	count([deleted | deleted := backup.is_deleted; deleted == true]) == 0
	field := sprintf("/backup/%s/shared_with", [backup.id])
]

_accounts_closed(vendor) if {
	input.complete.identity_account == true
	accounts := related.records("identity_account", vendor.id)
	count([account | some account in accounts; _is_closed(account)]) == count(accounts)
}

_is_closed(account) if account.enabled == false

_is_closed(account) if account.expired == true

_stores_closed(vendor) if {
	is_array(vendor.cloud_account_ids)
	input.complete.backup == true
	vendor.stores_read == true
	buckets := vendor_stores.buckets(vendor)
	count(buckets) == count(vendor.bucket_ids)
	count([bucket | some bucket in buckets; is_object(bucket.principal_accounts)]) == count(buckets)
}

_ends(contracts) := [{"field": field, "actual": contract.effective_to} |
	some contract in contracts
	_has_ended(contract)
	field := sprintf("/vendor_contract/%s/effective_to", [contract.id])
]
