# METADATA
# title: Stores log what an agreed audit looks at
# description: a vendor passes when each of its stores logs access, where a contract in force gives the right to audit
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_access_logs

import data.lib.contract_clauses
import data.lib.contract_terms
import data.lib.lists
import data.lib.related
import data.lib.vendor_contract
import data.lib.vendor_stores
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, contracts, input.parameters.audited) if {
	some vendor in input.resources
	contracts := related.records("vendor_contract", vendor.id)
}

_verdict(vendor, contracts, audited) := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("no_contract_in_force") if vendor_contract.none_in_force(vendor, contracts)

else := verdict.not_applicable("no_audit_agreed") if _no_audit(vendor, contracts, audited)

else := verdict.not_applicable("no_stores") if vendor_stores.none(vendor)

else := verdict.fail("access_not_logged", array.concat(_rights(binding), silent)) if {
	binding := _binding(vendor, contracts, audited)
	count(binding) > 0
	silent := _silent_stores(vendor)
	count(silent) > 0
}

else := verdict.pass(array.concat(_rights(binding), logging)) if {
	binding := _binding(vendor, contracts, audited)
	count(binding) > 0
	vendor_stores.all_known(vendor)
	logging := _logging_stores(vendor)
	count(logging) == count(vendor.bucket_ids) + count(vendor.database_ids)
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("right_or_log_unread")

_binding(vendor, contracts, audited) := [contract |
	some contract in contract_terms.binding(vendor, contracts, _terms(contracts, []))
	contract.audit_right in audited
]

_no_audit(vendor, contracts, _) if contract_terms.all_silent(vendor, contracts, _terms(contracts, []))

_no_audit(vendor, contracts, audited) if {
	weaker := [contract | some contract in contracts; lists.lacks(audited, contract.audit_right)]
	contract_terms.all_good(vendor, contracts, _terms(contracts, weaker))
}

_terms(contracts, good) := contract_terms.terms(stating, silent, good) if {
	stating := [contract | some contract in vendor_contract.in_force(contracts); _states(contract)]
	silent := [contract | some contract in contracts; _silent(contract)]
}

_states(contract) if {
	contract.audit_right in {"full", "limited", "report_only", "excluded"}
	contract_clauses.stands(contract, "supervision_audit")
}

_silent(contract) if contract.in_force == false

_silent(contract) if contract.audit_right == "absent"

_silent(contract) if contract_clauses.struck(contract, "supervision_audit")

_logging_stores(vendor) := array.concat(
	[_bucket(bucket) |
		some bucket in vendor_stores.buckets(vendor)
		bucket.access_logging in {"server_access", "data_events", "both"}
	],
	[_database(database) | some database in vendor_stores.databases(vendor); database.audit_enabled == true],
)

_silent_stores(vendor) := array.concat(
	[_bucket(bucket) | some bucket in vendor_stores.buckets(vendor); bucket.access_logging == "none"],
	[_database(database) | some database in vendor_stores.databases(vendor); database.audit_enabled == false],
)

_bucket(bucket) := {
	"field": sprintf("/storage_bucket/%s/access_logging", [bucket.id]),
	"actual": bucket.access_logging,
}

_database(database) := {
	"field": sprintf("/database_instance/%s/audit_enabled", [database.id]),
	"actual": database.audit_enabled,
}

_rights(contracts) := [{"field": field, "actual": contract.audit_right} |
	some contract in contracts
	field := sprintf("/vendor_contract/%s/audit_right", [contract.id])
]
