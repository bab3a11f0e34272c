# METADATA
# title: Administrators use a second factor of the required strength
# description: an administrator passes when a second factor is enforced and it is one of the accepted kinds
# schemas:
#   - input: schema["identity_account.input"]
package authentication.identity_account_administrator_mfa

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each account of the batch, by account id
# entrypoint: true
verdicts[account.id] := _verdict(account, input.parameters) if some account in input.resources

_verdict(account, parameters) := verdict.not_applicable("disabled") if account.enabled == false

else := verdict.not_applicable("expired") if account.expired == true

else := verdict.not_applicable("no_administrator") if account.privileged == false

else := verdict.not_applicable("service_account") if account.kind == "service"

else := verdict.fail("no_second_factor", [_enforced(account)]) if account.mfa_enabled == false

else := verdict.fail("weak_factor", [_factor(account, parameters)]) if {
	is_string(account.mfa_type)
	lists.lacks(parameters.accepted, account.mfa_type)
}

else := verdict.pass([_enforced(account), _factor(account, parameters)]) if {
	account.mfa_enabled == true
	account.mfa_type in parameters.accepted
}

else := verdict.unknown("factor_unread")

_enforced(account) := {"field": "/mfa_enabled", "actual": account.mfa_enabled, "expected": true}

_factor(account, parameters) := {"field": "/mfa_type", "actual": account.mfa_type, "expected": parameters.accepted}
