# METADATA
# title: Stores keep the encryption that the contract promises
# description: a vendor passes when each of its stores keeps every encryption that a contract in force promises
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_encryption

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
	promised := promised_encryption.words(contracts)
}

_verdict(vendor, contracts, promised) := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("no_contract_in_force") if vendor_contract.none_in_force(vendor, contracts)

else := verdict.not_applicable("nothing_promised") if {
	promised_encryption.all_read(vendor, contracts)
	count(promised) == 0
}

else := verdict.not_applicable("no_stores") if vendor_stores.none(vendor)

else := verdict.fail("promise_not_kept", broken) if {
	broken := promised_encryption.evidence(_settings(vendor, promised), false)
	count(broken) > 0
}

else := verdict.pass(kept) if {
	promised_encryption.all_read(vendor, contracts)
	vendor_stores.all_known(vendor)
	kept := promised_encryption.evidence(_settings(vendor, promised), true)
	count(kept) == (count(vendor.bucket_ids) + count(vendor.database_ids)) * count(promised)
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("promise_or_setting_unread")

# Whether each store keeps each promise, as far as its settings say so.
_settings(vendor, promised) := array.concat(
	[setting |
		some bucket in vendor_stores.buckets(vendor)
		some word in promised
		setting := promised_encryption.of_bucket(bucket, word)
	],
	[setting |
		some database in vendor_stores.databases(vendor)
		some word in promised
		setting := promised_encryption.of_database(database, word)
	],
)
