# METADATA
# title: Backups keep the encryption that the contract promises
# description: a vendor passes when each backup of its stores is encrypted as a contract in force promises
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_backup_encryption

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
	promised := [word | some word in promised_encryption.words(contracts); word in {"at_rest", "customer_key"}]
}

_verdict(vendor, contracts, promised) := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("no_contract_in_force") if vendor_contract.none_in_force(vendor, contracts)

else := verdict.not_applicable("nothing_promised") if {
	promised_encryption.all_read(vendor, contracts)
	promised == []
}

else := verdict.not_applicable("no_stores") if vendor_stores.none(vendor)

else := verdict.not_applicable("no_backups") if {
	vendor_stores.all_known(vendor)
	input.complete.backup == true
	_backups(vendor) == []
}

else := verdict.fail("backup_in_clear", _encryption(plain)) if {
	count(promised) > 0
	plain := [backup | some backup in _backups(vendor); backup.encrypted == false]
	count(plain) > 0
}

else := verdict.fail("key_is_not_ours", [_key(backup) | some backup in foreign]) if {
	"customer_key" in promised
	foreign := [backup | some backup in _backups(vendor); _is_foreign(backup)]
	count(foreign) > 0
}

else := verdict.pass(_encryption(_backups(vendor))) if {
	count(promised) > 0
	promised_encryption.all_read(vendor, contracts)
	vendor_stores.all_known(vendor)
	input.complete.backup == true
	count([backup | some backup in _backups(vendor); _keeps(backup, promised)]) == count(_backups(vendor))
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("promise_or_backup_unread")

# A copy that was deleted keeps nothing, and breaks nothing.
_backups(vendor) := [backup |
	some store in array.concat(vendor_stores.buckets(vendor), vendor_stores.databases(vendor))
	some backup in related.records("backup", store.id)
	count([deleted | deleted := backup.is_deleted; deleted == true]) == 0
]

_keeps(backup, promised) if {
	backup.encrypted == true
	count([word | some word in promised; word == "customer_key"]) == 0
}

_keeps(backup, _) if {
	backup.encrypted == true
	input.related.encryption_key[backup.key_id].manager == "customer"
}

_is_foreign(backup) if backup.key_id == "none"

_is_foreign(backup) if input.related.encryption_key[backup.key_id].manager == "provider"

_encryption(backups) := [{"field": field, "actual": backup.encrypted, "expected": true} |
	some backup in backups
	field := sprintf("/backup/%s/encrypted", [backup.id])
]

_key(backup) := {"field": sprintf("/backup/%s/key_id", [backup.id]), "actual": backup.key_id}
