# METADATA
# title: Notice hours of vendors leave room for legal reports
# description: |
#   a vendor passes when each notice period that counts is within the shortest time that a law may give for a report
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_notice_hours

import data.lib.contract_clauses
import data.lib.contract_terms
import data.lib.related
import data.lib.report_limits
import data.lib.vendor_contract
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, contracts, terms, hours) if {
	some vendor in input.resources
	contracts := related.records("vendor_contract", vendor.id)
	hours := report_limits.possible(related.records("organization", vendor.id), _laws(input.parameters))
	terms := _terms(contracts, hours, input.parameters.accept_detector)
}

_verdict(vendor, contracts, terms, hours) := verdict.not_applicable("vendor_ended") if vendor.status == "ended"

else := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("no_contract_in_force") if vendor_contract.none_in_force(vendor, contracts)

else := verdict.not_applicable("no_legal_hours") if hours == []

else := verdict.not_applicable("contracts_silent") if contract_terms.all_silent(vendor, contracts, terms)

else := verdict.fail("notice_without_hours", _periods(open, min(hours))) if {
	open := [contract | some contract in contract_terms.binding(vendor, contracts, terms); _without_hours(contract)]
	count(open) > 0
}

else := verdict.fail("notice_too_long", _periods(late, min(known))) if {
	known := report_limits.binding(related.records("organization", vendor.id), _laws(input.parameters))
	late := [contract | some contract in contract_terms.binding(vendor, contracts, terms); _late(contract, known)]
	count(late) > 0
}

else := verdict.pass(_periods(vendor_contract.in_force(contracts), min(hours))) if {
	contract_terms.all_good(vendor, contracts, terms)
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("notice_undecided")

# What the vendor tells has to leave time for a report of our own.
_laws(parameters) := [
	{"name": "ciio", "hours": parameters.ciio_hours},
	{"name": "central_gov", "hours": parameters.central_gov_hours},
	{"name": "cn_large", "hours": parameters.cn_large_hours, "persons": parameters.cn_large_persons},
	{"name": "gdpr", "hours": parameters.gdpr_hours - parameters.gdpr_reserve_hours},
]

_terms(contracts, hours, accept_detector) := contract_terms.terms(stating, silent, good) if {
	stating := [contract |
		some contract in vendor_contract.in_force(contracts)
		"breach_notification" in contract_clauses.said(contract, accept_detector)
	]
	silent := [contract |
		some contract in contracts
		contract_clauses.without(contract, "breach_notification", accept_detector)
	]
	good := [contract | some contract in contracts; _in_time(contract, hours)]
}

_in_time(contract, hours) if {
	is_number(contract.breach_notice_hours)
	contract.breach_notice_hours <= min(hours)
}

_late(contract, known) if {
	is_number(contract.breach_notice_hours)
	count(known) > 0
	contract.breach_notice_hours > min(known)
}

_without_hours(contract) if contract.breach_notice_hours in {"none", "unstated"}

_periods(contracts, limit) := [evidence |
	some contract in contracts
	field := sprintf("/vendor_contract/%s/breach_notice_hours", [contract.id])
	evidence := {"field": field, "actual": contract.breach_notice_hours, "expected": limit}
]
