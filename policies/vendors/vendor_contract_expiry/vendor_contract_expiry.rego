# METADATA
# title: Contract cover does not end soon
# description: |
#   a vendor passes when a contract in force lasts beyond the warning time, or a signed one follows without a gap and
#   does
# schemas:
#   - input: schema["vendor.input"]
package vendors.vendor_contract_expiry

import data.lib.related
import data.lib.vendor_contract
import data.lib.verdict

# METADATA
# description: one answer for each vendor of the batch, by vendor id
# entrypoint: true
verdicts[vendor.id] := _verdict(vendor, contracts, input.parameters) if {
	some vendor in input.resources
	contracts := related.records("vendor_contract", vendor.id)
}

_verdict(vendor, contracts, parameters) := verdict.not_applicable("no_personal_data") if vendor.processes_pi == false

else := verdict.not_applicable("vendor_leaving") if vendor.status in {"ended", "offboarding"}

else := verdict.not_applicable("no_contract_in_force") if vendor_contract.none_in_force(vendor, contracts)

else := verdict.pass(_ends(lasting)) if {
	lasting := [contract | some contract in contracts; _covers(contract, contracts, parameters)]
	count(lasting) > 0
}

else := verdict.fail("cover_ends", _days_left(vendor_contract.in_force(contracts), parameters)) if {
	vendor.contracts_complete == true
	count(vendor_contract.in_force(contracts)) > 0
	last := [contract | some contract in contracts; _no_cover(contract, vendor, contracts, parameters)]
	count(last) == count(contracts)
}

else := verdict.unknown("contracts_out_of_sight") if vendor.contracts_complete == false

else := verdict.unknown("term_unread")

_covers(contract, _, parameters) if {
	contract.in_force == true
	_lasts(contract, parameters)
}

_covers(contract, contracts, parameters) if {
	is_number(contract.days_since_signed)
	contract.days_since_signed >= 0
	is_number(contract.days_since_start)
	(_days_of_cover(contracts) + 1) + contract.days_since_start >= 0
	_lasts(contract, parameters)
}

_no_cover(contract, _, _, parameters) if {
	contract.auto_renew == false
	is_number(contract.days_to_end)
	contract.days_to_end <= _warning(contract, parameters)
}

_no_cover(contract, _, _, _) if {
	contract.in_force == false
	contract.days_since_signed == "none"
}

_no_cover(contract, _, _, _) if {
	contract.in_force == false
	is_number(contract.days_since_signed)
	contract.days_since_signed < 0
}

_no_cover(contract, vendor, contracts, _) if {
	contract.in_force == false
	vendor_contract.all_decided(vendor, contracts)
	is_number(contract.days_since_start)
	(_days_of_cover(contracts) + 1) + contract.days_since_start < 0
}

_lasts(contract, _) if contract.days_to_end == "open_ended"

_lasts(contract, _) if contract.auto_renew == true

_lasts(contract, parameters) if {
	is_number(contract.days_to_end)
	contract.days_to_end > parameters.warn_days
	is_number(contract.judged_notice_days)
	contract.days_to_end > contract.judged_notice_days
}

# A notice period that could not be read may move the day ahead, never back.
_warning(contract, parameters) := max(array.concat([parameters.warn_days], notice)) if {
	notice := [days | days := contract.judged_notice_days; is_number(days)]
}

_days_of_cover(contracts) := max(days) if {
	days := [left | some contract in vendor_contract.in_force(contracts); left := contract.days_to_end; is_number(left)]
	count(days) > 0
}

_ends(contracts) := [evidence |
	some contract in contracts
	field := sprintf("/vendor_contract/%s/effective_to", [contract.id])
	evidence := {"field": field, "actual": _end(contract)}
]

_end(contract) := contract.effective_to if is_string(contract.effective_to)

else := "renews by itself" if contract.auto_renew == true

_days_left(contracts, parameters) := [evidence |
	some contract in contracts
	contract.days_to_end == _days_of_cover(contracts)
	field := sprintf("/vendor_contract/%s/days_to_end", [contract.id])
	evidence := {"field": field, "actual": contract.days_to_end, "expected": _warning(contract, parameters) + 1}
]
