# METADATA
# title: No account is shared
# description: an account passes when it is one person's, a machine's, or one kept for emergencies
# schemas:
#   - input: schema["identity_account.input"]
package authentication.identity_account_shared

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each account of the batch, by account id
# entrypoint: true
verdicts[account.id] := _verdict(account, _generic(input.parameters)) if some account in input.resources

_verdict(account, generic) := verdict.not_applicable("disabled") if account.enabled == false

else := verdict.not_applicable("expired") if account.expired == true

else := verdict.fail("shared", [_kind(account)]) if account.kind == "shared"

else := verdict.fail("generic", [_name(account), {"field": "/staff_id", "actual": "none"}]) if {
	account.kind in {"human", "vendor"}
	account.login_name in generic
	account.has_person == false
}

else := verdict.pass([_kind(account)]) if account.kind in {"break_glass", "root", "service"}

else := verdict.pass([_kind(account), _name(account)]) if {
	account.kind in {"human", "vendor"}
	is_string(account.login_name)
	lists.lacks(generic, account.login_name)
}

else := verdict.pass([_kind(account), {"field": "/staff_id", "actual": account.staff_id}]) if {
	account.kind in {"human", "vendor"}
	account.has_person == true
	is_string(account.staff_id)
}

else := verdict.unknown("holder_undecided")

_generic(parameters) := [lower(name) | some name in parameters.generic_names]

_kind(account) := {"field": "/kind", "actual": account.kind}

_name(account) := {"field": "/login_name", "actual": account.login_name}
