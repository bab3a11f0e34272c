# METADATA
# title: Every account belongs to somebody
# description: an account passes when a person in service, a vendor that is bound, or a named owner stands behind it
# schemas:
#   - input: schema["identity_account.input"]
package access.identity_account_owner

import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each account of the batch, by account id
# entrypoint: true
verdicts[account.id] := _verdict(account) if some account in input.resources

_verdict(account) := verdict.not_applicable("disabled") if account.enabled == false

else := verdict.not_applicable("built_in") if _is_built_in(account)

else := verdict.fail("nobody_behind", array.concat(_staff(account), _vendor(account))) if {
	account.enabled == true
	account.kind == "human"
	_gone(account.staff_status)
	_ended(account.vendor_status)
}

else := verdict.fail("no_vendor", _vendor(account)) if {
	account.enabled == true
	account.kind == "vendor"
	_ended(account.vendor_status)
}

else := verdict.fail("no_owner", _owner(account)) if {
	account.enabled == true
	account.kind in {"service", "break_glass", "root"}
	_gone(account.owner_status)
}

else := verdict.fail("nobody_responsible", array.concat(_staff(account), _owner(account))) if {
	account.enabled == true
	account.kind == "shared"
	_gone(account.staff_status)
	_gone(account.owner_status)
}

else := verdict.pass(_staff(account)) if {
	account.kind in {"human", "shared"}
	account.staff_status in {"active", "leave"}
}

else := verdict.pass(_vendor(account)) if {
	account.kind in {"human", "vendor"}
	account.vendor_status in {"active", "offboarding"}
}

else := verdict.pass(_owner(account)) if {
	account.kind in {"service", "shared", "break_glass", "root"}
	account.owner_status in {"active", "leave"}
}

else := verdict.unknown("owner_undecided")

_gone(status) if status in {"none", "left", "unregistered"}

_ended(status) if status in {"none", "ended", "unregistered"}

# Accounts that belong to the database engine itself.
_is_built_in(account) if {
	input.complete.database_role == true
	roles := related.records("database_role", account.id)
	count(roles) > 0
	count([role | some role in roles; role.kind == "builtin"]) == count(roles)
}

_staff(account) := [
	{"field": "/staff_id", "actual": account.staff_id},
	{"field": "/staff_status", "actual": account.staff_status, "expected": ["active", "leave"]},
]

_vendor(account) := [
	{"field": "/vendor_id", "actual": account.vendor_id},
	{"field": "/vendor_status", "actual": account.vendor_status, "expected": ["active", "offboarding"]},
]

_owner(account) := [
	{"field": "/owner_staff_id", "actual": account.owner_staff_id},
	{"field": "/owner_status", "actual": account.owner_status, "expected": ["active", "leave"]},
]
