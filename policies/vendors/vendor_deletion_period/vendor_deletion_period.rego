# METADATA
# title: Stores can keep the deletion period that the contract sets
# description: |
#   a vendor passes when no old version, lock or backup of its stores outlives the shortest period that counts
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_deletion_period

import data.lib.contract_clauses
import data.lib.contract_terms
import data.lib.related
import data.lib.retained_copies
import data.lib.vendor_contract
import data.lib.vendor_stores
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, contracts, terms) if {
	some vendor in input.resources
	contracts := related.records("vendor_contract", vendor.id)
	terms := _terms(vendor, contracts)
}

_verdict(vendor, contracts, terms) := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("no_contract_in_force") if vendor_contract.none_in_force(vendor, contracts)

else := verdict.not_applicable("no_period_agreed") if contract_terms.all_silent(vendor, contracts, terms)

else := verdict.not_applicable("no_stores") if vendor_stores.none(vendor)

else := verdict.fail("copies_outlive_the_period", late) if {
	binding := contract_terms.binding(vendor, contracts, terms)
	late := [copy | some contract in binding; some copy in _outliving(vendor, contract.deletion_period_days)]
	count(late) > 0
}

else := verdict.pass(_periods(vendor_contract.in_force(contracts))) if {
	vendor_stores.all_known(vendor)
	contract_terms.all_good(vendor, contracts, terms)
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("copies_undecided")

_terms(vendor, contracts) := contract_terms.terms(stating, silent, good) if {
	stating := [contract | some contract in vendor_contract.in_force(contracts); _states(contract)]
	silent := [contract | some contract in contracts; _silent(contract)]
	good := [contract | some contract in contracts; _kept(vendor, contract.deletion_period_days)]
}

_states(contract) if {
	is_number(contract.deletion_period_days)
	contract_clauses.stands(contract, "return_or_deletion")
}

_silent(contract) if contract.in_force == false

_silent(contract) if contract_clauses.struck(contract, "return_or_deletion")

_silent(contract) if contract.deletion_period_days in {"indefinite", "absent"}

_kept(vendor, days) if {
	is_number(days)
	input.complete.backup == true
	buckets := vendor_stores.buckets(vendor)
	count([bucket | some bucket in buckets; _bucket_keeps(bucket, days)]) == count(buckets)
	databases := vendor_stores.databases(vendor)
	count([database | some database in databases; retained_copies.automated_end(database, days)]) == count(databases)
	backups := _backups(vendor)
	count([backup | some backup in backups; retained_copies.backup_ends(backup, days)]) == count(backups)
}

_bucket_keeps(bucket, days) if {
	retained_copies.lock_ends(bucket, days)
	retained_copies.versions_end(bucket, days)
}

_backups(vendor) := [backup |
	some store in array.concat(vendor_stores.buckets(vendor), vendor_stores.databases(vendor))
	some backup in related.records("backup", store.id)
]

_outliving(vendor, days) := array.concat(
	array.concat(_locks(vendor, days), _versions(vendor, days)),
	array.concat(_automated(vendor, days), _kept_backups(vendor, days)),
)

_locks(vendor, days) := [{"field": field, "actual": bucket.object_lock_days, "expected": days} |
	some bucket in vendor_stores.buckets(vendor)
	retained_copies.lock_stays(bucket, days)
	field := sprintf("/storage_bucket/%s/object_lock_days", [bucket.id])
]

_versions(vendor, days) := [{"field": field, "actual": bucket.versioning, "expected": days} |
	some bucket in vendor_stores.buckets(vendor)
	retained_copies.versions_stay(bucket, days)
	field := sprintf("/storage_bucket/%s/versioning", [bucket.id])
]

_automated(vendor, days) := [{"field": field, "actual": database.backup_retention_days, "expected": days} |
	some database in vendor_stores.databases(vendor)
	retained_copies.automated_stay(database, days)
	field := sprintf("/database_instance/%s/backup_retention_days", [database.id])
]

_kept_backups(vendor, days) := [{"field": field, "actual": backup.retention_days, "expected": days} |
	some backup in _backups(vendor)
	retained_copies.backup_stays(backup, days)
	field := sprintf("/backup/%s/retention_days", [backup.id])
]

_periods(contracts) := [evidence |
	some contract in contracts
	field := sprintf("/vendor_contract/%s/deletion_period_days", [contract.id])
	evidence := {"field": field, "actual": contract.deletion_period_days}
]
