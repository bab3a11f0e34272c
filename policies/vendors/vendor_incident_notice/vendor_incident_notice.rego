# METADATA
# title: Contracts in force bind the vendor to tell of incidents in time
# description: |
#   a vendor passes when each notice period that counts is within the limit; operators of critical infrastructure have
#   a shorter one
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_incident_notice

import data.lib.contract_clauses
import data.lib.contract_terms
import data.lib.related
import data.lib.vendor_contract
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, contracts, terms, limits) if {
	some vendor in input.resources
	contracts := related.records("vendor_contract", vendor.id)
	limits := _limits(vendor, input.parameters)
	terms := _terms(contracts, limits, input.parameters.accept_detector)
}

_verdict(vendor, contracts, terms, limits) := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

# Cloud and security providers see incidents of our systems, also where no personal information is theirs to process.
else := verdict.not_applicable("no_personal_data") if {
	vendor.processes_pi == false
	vendor.kind in {"storage", "software", "outsourced_staff", "data_source", "partner", "other"}
}

else := verdict.not_applicable("no_contract_in_force") if vendor_contract.none_in_force(vendor, contracts)

else := verdict.fail("notice_too_long", _periods(late, max(limits))) if {
	late := [contract | some contract in contract_terms.binding(vendor, contracts, terms); _late(contract, limits)]
	count(late) > 0
}

else := verdict.fail("notice_without_hours", _periods(open, max(limits))) if {
	open := [contract | some contract in contract_terms.binding(vendor, contracts, terms); _without_hours(contract)]
	count(open) > 0
}

else := verdict.fail("no_notice_clause", array.concat(
	_clauses(vendor_contract.in_force(contracts)),
	contract_clauses.removals(contracts, ["breach_notification"]),
)) if {
	contract_terms.all_silent(vendor, contracts, terms)
	count(vendor_contract.in_force(contracts)) > 0
}

else := verdict.pass(_periods(vendor_contract.in_force(contracts), min(limits))) if {
	contract_terms.all_good(vendor, contracts, terms)
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("notice_undecided")

# While it is not known whether critical infrastructure is operated, either limit may be the right one.
_limits(vendor, parameters) := [limit |
	flags := {flag | some id in input.links.organization[vendor.id]; flag := input.related.organization[id].is_ciio}
	some option in [{"ciio": true, "hours": parameters.ciio_max_hours}, {"ciio": false, "hours": parameters.max_hours}]
	count([flag | some flag in flags; flag == option.ciio]) == count(flags)
	limit := option.hours
]

_terms(contracts, limits, accept_detector) := contract_terms.terms(stating, silent, good) if {
	stating := [contract |
		some contract in vendor_contract.in_force(contracts)
		"breach_notification" in contract_clauses.said(contract, accept_detector)
	]
	silent := [contract |
		some contract in contracts
		contract_clauses.without(contract, "breach_notification", accept_detector)
	]
	good := [contract | some contract in contracts; _in_time(contract, limits)]
}

_in_time(contract, limits) if {
	is_number(contract.breach_notice_hours)
	contract.breach_notice_hours <= min(limits)
}

_late(contract, limits) if {
	is_number(contract.breach_notice_hours)
	contract.breach_notice_hours > max(limits)
}

_without_hours(contract) if contract.breach_notice_hours in {"none", "unstated"}

_periods(contracts, limit) := array.concat(
	[evidence |
		some contract in contracts
		field := sprintf("/vendor_contract/%s/breach_notice_hours", [contract.id])
		evidence := {"field": field, "actual": contract.breach_notice_hours, "expected": limit}
	],
	contract_clauses.differing(contracts, "breach_notice_hours"),
)

_clauses(contracts) := [evidence |
	some contract in contracts
	field := sprintf("/vendor_contract/%s/clauses_present", [contract.id])
	clauses := contract_clauses.may_say(contract, true)
	evidence := {"field": field, "actual": clauses, "expected": ["breach_notification"]}
]
