# METADATA
# title: Data lie where the contract says
# description: |
#   a vendor passes when each of its stores and their copies lies in a place that every contract that counts agrees to
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_data_location

import data.lib.agreed_places
import data.lib.contract_terms
import data.lib.lists
import data.lib.related
import data.lib.vendor_contract
import data.lib.vendor_stores
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, contracts, agreed, input.parameters.eea) if {
	some vendor in input.resources
	contracts := related.records("vendor_contract", vendor.id)
	agreed := agreed_places.terms(contracts, [])
}

_verdict(vendor, contracts, agreed, eea) := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("no_contract_in_force") if vendor_contract.none_in_force(vendor, contracts)

else := verdict.not_applicable("no_place_agreed") if contract_terms.all_silent(vendor, contracts, agreed)

else := verdict.not_applicable("no_stores") if {
	vendor_stores.none(vendor)
	_may_go_abroad(vendor, contracts)
}

else := verdict.fail("elsewhere", outside) if {
	binding := contract_terms.binding(vendor, contracts, agreed)
	outside := [place | some contract in binding; some place in _outside(vendor, agreed_places.places(contract, eea))]
	count(outside) > 0
}

else := verdict.fail("abroad_against_the_contract", array.concat([_abroad(vendor)], _agreed(mainland))) if {
	vendor.cross_border == true
	binding := contract_terms.binding(vendor, contracts, agreed)
	mainland := [contract | some contract in binding; agreed_places.is_mainland(contract)]
	count(mainland) > 0
}

else := verdict.pass(_agreed(vendor_contract.in_force(contracts))) if {
	vendor_stores.all_known(vendor)
	vendor.replicas_read == true
	inside := [contract | some contract in contracts; _kept(vendor, contract, eea)]
	contract_terms.all_good(vendor, contracts, agreed_places.terms(contracts, inside))
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("places_undecided")

_may_go_abroad(vendor, _) if vendor.cross_border == false

_may_go_abroad(vendor, contracts) if {
	wider := [contract | some contract in contracts; agreed_places.is_wider(contract)]
	contract_terms.all_good(vendor, contracts, agreed_places.terms(contracts, wider))
}

_kept(vendor, contract, eea) if {
	stores := _stores(vendor)
	count([store | some store in stores; store.facts.country in agreed_places.places(contract, eea)]) == count(stores)
	_keeps_the_border(vendor, contract)
}

_keeps_the_border(vendor, _) if vendor.cross_border == false

_keeps_the_border(_, contract) if agreed_places.is_wider(contract)

_stores(vendor) := array.concat(
	[{"kind": "database_instance", "facts": database} | some database in vendor_stores.databases(vendor)],
	[{"kind": "storage_bucket", "facts": input.related.storage_bucket[id]} |
		some id in array.concat(vendor.bucket_ids, vendor.replica_ids)
	],
)

_outside(vendor, places) := [{"field": field, "actual": store.facts.country, "expected": places} |
	some store in _stores(vendor)
	lists.lacks(places, store.facts.country)
	field := sprintf("/%s/%s/country", [store.kind, store.facts.id])
]

_abroad(vendor) := {"field": "/cross_border", "actual": vendor.cross_border, "expected": false}

_agreed(contracts) := [evidence |
	some contract in contracts
	field := sprintf("/vendor_contract/%s/data_location_codes", [contract.id])
	evidence := {"field": field, "actual": contract.data_location_codes}
]
