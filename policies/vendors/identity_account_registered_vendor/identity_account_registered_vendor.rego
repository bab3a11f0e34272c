# METADATA
# title: Vendor accounts belong to a registered vendor
# description: a vendor account passes when its vendor is registered and bound
# schemas:
#   - input: schema["identity_account.input"]
package vendors.identity_account_registered_vendor

import data.lib.verdict

# METADATA
# description: one answer for each account of the batch, by account id
# entrypoint: true
verdicts[account.id] := _verdict(account) if some account in input.resources

_verdict(account) := verdict.not_applicable("no_vendor_account") if {
	account.kind in {"human", "service", "shared", "root", "break_glass"}
}

else := verdict.not_applicable("disabled") if account.enabled == false

else := verdict.fail("not_registered", _status(account)) if {
	account.kind == "vendor"
	account.enabled == true
	account.vendor_status in {"none", "unregistered"}
}

else := verdict.fail("vendor_ended", _status(account)) if {
	account.kind == "vendor"
	account.enabled == true
	account.vendor_status == "ended"
}

else := verdict.fail("no_end_date", _until(account)) if {
	account.kind == "vendor"
	account.enabled == true
	account.vendor_status == "offboarding"
	account.vendor_days_to_end == "none"
}

else := verdict.fail("offboarding_over", _until(account)) if {
	account.kind == "vendor"
	account.enabled == true
	account.vendor_status == "offboarding"
	is_number(account.vendor_days_to_end)
	account.vendor_days_to_end < 0
}

else := verdict.pass(_status(account)) if {
	account.kind == "vendor"
	account.vendor_status == "active"
}

else := verdict.pass(_until(account)) if {
	account.kind == "vendor"
	account.vendor_status == "offboarding"
	is_number(account.vendor_days_to_end)
	account.vendor_days_to_end >= 0
}

else := verdict.unknown("vendor_undecided")

_status(account) := [
	{"field": "/vendor_id", "actual": account.vendor_id},
	{"field": "/vendor_status", "actual": account.vendor_status, "expected": ["active", "offboarding"]},
]

_until(account) := array.concat(_status(account), [_to_end(account)])

_to_end(account) := {"field": "/vendor_days_to_end", "actual": account.vendor_days_to_end, "expected": ">= 0"}
