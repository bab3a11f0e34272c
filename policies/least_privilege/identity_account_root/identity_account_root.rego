# METADATA
# title: Cloud root account has no keys and is not used
# description: a root account passes without keys, with a second factor or without a password, and unused for a while
# schemas:
#   - input: schema["identity_account.input"]
package least_privilege.identity_account_root

import data.lib.verdict

# METADATA
# description: one answer for each account of the batch, by account id
# entrypoint: true
verdicts[account.id] := _verdict(account, input.parameters) if some account in input.resources

_verdict(account, parameters) := verdict.not_applicable("no_root") if {
	account.kind in {"break_glass", "human", "service", "shared", "vendor"}
}

else := verdict.not_applicable("no_cloud_account") if {
	account.directory in {"database", "ldap", "local", "saas", "scim"}
}

else := verdict.fail("has_key", [_keys(account)]) if account.has_access_key == true

else := verdict.fail("no_second_factor", [_factor(account), _password(account)]) if {
	account.mfa_enabled == false
	account.has_password == true
}

else := verdict.fail("used_lately", [_used(account, parameters)]) if {
	is_number(account.days_since_last_login)
	account.days_since_last_login <= parameters.quiet_days
}

else := verdict.pass(array.concat([_keys(account), _used(account, parameters)], _guards(account))) if {
	account.has_access_key == false
	count(_guards(account)) > 0
	_is_quiet(account, parameters)
}

else := verdict.unknown("report_unread")

_keys(account) := {"field": "/has_access_key", "actual": account.has_access_key, "expected": false}

_factor(account) := {"field": "/mfa_enabled", "actual": account.mfa_enabled, "expected": true}

_password(account) := {"field": "/has_password", "actual": account.has_password, "expected": false}

# What keeps others out: a second factor, or no password at all.
_guards(account) := [_factor(account)] if account.mfa_enabled == true

else := [_password(account)] if account.has_password == false

else := []

_is_quiet(account, _) if account.days_since_last_login == "never"

_is_quiet(account, parameters) if {
	is_number(account.days_since_last_login)
	account.days_since_last_login > parameters.quiet_days
}

_used(account, parameters) := {
	"field": "/days_since_last_login",
	"actual": account.days_since_last_login,
	"expected": parameters.quiet_days,
}
