# METADATA
# title: A promised customer key is not administered by the vendor
# description: |
#   a vendor passes when no account of it administers a key of its stores, where a contract promises a key of ours
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_key_custody

import data.lib.promised_encryption
import data.lib.related
import data.lib.vendor_contract
import data.lib.vendor_stores
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, contracts, promised) if {
	some vendor in input.resources
	contracts := related.records("vendor_contract", vendor.id)
	promised := [word | some word in promised_encryption.words(contracts); word == "customer_key"]
}

_verdict(vendor, contracts, promised) := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("no_contract_in_force") if vendor_contract.none_in_force(vendor, contracts)

else := verdict.not_applicable("no_key_promised") if {
	promised_encryption.all_read(vendor, contracts)
	promised == []
}

else := verdict.not_applicable("no_stores") if vendor_stores.none(vendor)

else := verdict.not_applicable("no_keys") if {
	vendor_stores.all_known(vendor)
	stores := _stores(vendor)
	count([store | some store in stores; store.kms_key_id == "none"]) == count(stores)
}

else := verdict.fail("vendor_administers_the_key", held) if {
	count(promised) > 0
	held := [evidence | some key in _keys(vendor); some evidence in _held(key, vendor)]
	count(held) > 0
}

else := verdict.pass([_administrators(key) | some key in _keys(vendor)]) if {
	count(promised) > 0
	promised_encryption.all_read(vendor, contracts)
	vendor_stores.all_known(vendor)
	is_array(vendor.cloud_account_ids)
	stores := _stores(vendor)
	count([store | some store in stores; _is_ours(store)]) == count(stores)
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("promise_or_key_unread")

_stores(vendor) := array.concat(vendor_stores.buckets(vendor), vendor_stores.databases(vendor))

_keys(vendor) := [input.related.encryption_key[id] | some id in {store.kms_key_id | some store in _stores(vendor)}]

# A store without a key of ours breaks the promise itself; that gap is judged by itself.
_is_ours(store) if store.kms_key_id == "none"

_is_ours(store) if {
	key := input.related.encryption_key[store.kms_key_id]
	is_array(key.admin_principal_ids)
	is_object(key.principal_accounts)
}

_held(key, vendor) := [{"field": field, "actual": principal} |
	some principal in key.admin_principal_ids
	key.principal_accounts[principal] in vendor.cloud_account_ids
	field := sprintf("/encryption_key/%s/admin_principal_ids", [key.id])
]

_administrators(key) := {
	"field": sprintf("/encryption_key/%s/admin_principal_ids", [key.id]),
	"actual": key.admin_principal_ids,
}
