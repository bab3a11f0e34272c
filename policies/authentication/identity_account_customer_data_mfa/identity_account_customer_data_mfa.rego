# METADATA
# title: Accounts that reach customer data have a second factor
# description: an account passes when a second factor is enforced for it
# schemas:
#   - input: schema["identity_account.input"]
package authentication.identity_account_customer_data_mfa

import data.lib.verdict

# METADATA
# description: one answer for each account of the batch, by account id
# entrypoint: true
verdicts[account.id] := _verdict(account) if some account in input.resources

_verdict(account) := verdict.not_applicable("disabled") if account.enabled == false

else := verdict.not_applicable("expired") if account.expired == true

else := verdict.not_applicable("service_account") if account.kind == "service"

else := verdict.not_applicable("no_customer_data") if account.reaches_pi == false

else := verdict.fail("no_second_factor", [_enforced(account)]) if account.mfa_enabled == false

else := verdict.pass([_enforced(account)]) if account.mfa_enabled == true

else := verdict.unknown("factor_unread")

_enforced(account) := {"field": "/mfa_enabled", "actual": account.mfa_enabled, "expected": true}
