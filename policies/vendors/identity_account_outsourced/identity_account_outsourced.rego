# METADATA
# title: Outsourced people have named, time-limited accounts
# description: |
#   an account of somebody from outside passes when a person stands behind it and it expires with the contract at the
#   latest
# schemas:
#   - input: schema["identity_account.input"]
package vendors.identity_account_outsourced

import data.lib.lists
import data.lib.outside_accounts
import data.lib.related
import data.lib.vendor_contract
import data.lib.verdict

# METADATA
# description: one answer for each account of the batch, by account id
# entrypoint: true
verdicts[account.id] := _verdict(account, contracts, input.parameters.max_term_days) if {
	some account in input.resources
	contracts := related.records("vendor_contract", account.id)
}

_verdict(account, contracts, max_days) := verdict.not_applicable("not_enabled") if account.enabled == false

else := verdict.not_applicable("service_account") if account.kind == "service"

else := verdict.not_applicable("own_staff") if {
	account.kind in {"human", "shared", "root", "break_glass"}
	outside_accounts.is_own(account)
}

else := verdict.fail("not_personal", [_kind(account)]) if {
	account.kind in {"shared", "root", "break_glass"}
	outside_accounts.is_outsourced(account)
}

else := verdict.fail("no_person", [_kind(account), _person(account)]) if {
	account.kind == "vendor"
	account.staff_id == "none"
}

else := verdict.fail("no_expiry", [_expiry(account)]) if {
	outside_accounts.is_from_outside(account)
	account.expires_at == "none"
}

else := verdict.fail("expires_too_late", [_expiry(account), _days(account, max_days)]) if {
	outside_accounts.is_from_outside(account)
	is_number(account.days_to_expiry)
	account.days_to_expiry > max_days
}

else := verdict.fail("outlasts_the_engagement", [_expiry(account), _last_day(account)]) if {
	outside_accounts.is_from_outside(account)
	account.employer_id == "none"
	is_number(account.days_to_expiry)
	account.days_to_expiry > outside_accounts.days_left(account)
}

else := verdict.fail("no_contract_in_force", [_employer(account)]) if {
	outside_accounts.is_from_outside(account)
	lists.lacks(["none"], account.employer_id)
	input.complete.vendor_contract == true
	count(vendor_contract.out_of_force(contracts)) == count(contracts)
}

else := verdict.fail("outlasts_the_contract", array.concat([_expiry(account)], _ends(contracts))) if {
	outside_accounts.is_from_outside(account)
	lists.lacks(["none"], account.employer_id)
	input.complete.vendor_contract == true
	count([contract | some contract in contracts; outside_accounts.ends_before(contract, account)]) == count(contracts)
}

else := verdict.pass([_person(account), _expiry(account)]) if {
	account.kind in {"human", "vendor"}
	lists.lacks(["none"], account.staff_id)
	is_number(account.days_to_expiry)
	account.days_to_expiry <= max_days
	outside_accounts.is_covered(account, contracts)
}

else := verdict.unknown("contracts_out_of_sight") if {
	is_number(account.days_to_expiry)
	input.complete.vendor_contract == false
}

else := verdict.unknown("person_or_term_unread")

_kind(account) := {"field": "/kind", "actual": account.kind}

_person(account) := {"field": "/staff_id", "actual": account.staff_id}

_employer(account) := {"field": "/employer_id", "actual": account.employer_id}

_expiry(account) := {"field": "/expires_at", "actual": account.expires_at}

_days(account, most) := {"field": "/days_to_expiry", "actual": account.days_to_expiry, "expected": most}

_last_day(account) := {
	"field": sprintf("/staff_member/%s/end_date", [account.staff_id]),
	"actual": input.related.staff_member[account.staff_id].end_date,
}

_ends(contracts) := [{"field": field, "actual": contract.effective_to} |
	some contract in vendor_contract.in_force(contracts)
	field := sprintf("/vendor_contract/%s/effective_to", [contract.id])
]
