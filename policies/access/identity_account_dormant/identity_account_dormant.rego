# METADATA
# title: Dormant accounts are disabled
# description: an account passes when it is disabled, was used within the limit, or is new and not used yet
# schemas:
#   - input: schema["identity_account.input"]
package access.identity_account_dormant

import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each account of the batch, by account id
# entrypoint: true
verdicts[account.id] := _verdict(account, _uses(account), input.parameters) if some account in input.resources

_verdict(account, uses, parameters) := verdict.not_applicable("not_for_daily_use") if {
	account.kind in {"break_glass", "root"}
}

else := verdict.pass([{"field": "/enabled", "actual": false}]) if account.enabled == false

else := verdict.pass([_last(uses, parameters)]) if {
	count(uses) > 0
	min(uses) <= parameters.max_days
}

else := verdict.fail("dormant", [_enabled, _last(uses, parameters)]) if {
	account.enabled == true
	_nothing_newer(account, parameters.max_days)
	count(uses) > 0
}

else := verdict.fail("never_used", [_enabled, _created(account, parameters)]) if {
	account.enabled == true
	_nothing_newer(account, parameters.max_days)
	account.days_since_created > parameters.max_days
}

else := verdict.pass([_created(account, parameters)]) if {
	_never_used(account)
	account.days_since_created <= parameters.max_days
}

else := verdict.unknown("use_undecided")

_uses(account) := array.concat(
	[days | days := account.days_since_last_login; is_number(days)],
	array.concat(
		[days | some key in _keys(account); key.active == true; days := key.days_since_last_used; is_number(days)],
		[days | some grant in _grants(account); days := grant.days_since_last_used; is_number(days)],
	),
)

_keys(account) := related.records("credential", account.id)

_grants(account) := [grant |
	some grant in related.records("access_grant", account.id)
	grant.principal_type == "account"
]

# Every use that counts was read and is older than the limit, or never was.
_nothing_newer(account, max_days) if {
	_older(account.days_since_last_login, max_days)
	account.credentials_complete == true
	count([key | some key in _keys(account); _key_is_idle(key, max_days)]) == count(_keys(account))
	_grants_allow(account, max_days)
}

_key_is_idle(key, _) if key.active == false

_key_is_idle(key, max_days) if _older(key.days_since_last_used, max_days)

# No source keeps the use of most rights, so for people the log-in decides.
_grants_allow(account, _) if account.kind in {"human", "shared", "vendor"}

_grants_allow(account, max_days) if {
	input.complete.access_grant == true
	grants := _grants(account)
	count([grant | some grant in grants; _older(grant.days_since_last_used, max_days)]) == count(grants)
}

_never_used(account) if {
	account.days_since_last_login == "never"
	account.credentials_complete == true
	count([key | some key in _keys(account); _key_is_new(key)]) == count(_keys(account))
	input.complete.access_grant == true
	count([grant | some grant in _grants(account); grant.days_since_last_used == "never"]) == count(_grants(account))
}

_key_is_new(key) if key.active == false

_key_is_new(key) if key.days_since_last_used == "never"

_older(days, _) if days == "never"

_older(days, max_days) if {
	is_number(days)
	days > max_days
}

_enabled := {"field": "/enabled", "actual": true, "expected": false}

_last(uses, parameters) := {"field": "/days_since_last_use", "actual": min(uses), "expected": _limit(parameters)}

_created(account, parameters) := {
	"field": "/days_since_created",
	"actual": account.days_since_created,
	"expected": _limit(parameters),
}

_limit(parameters) := sprintf("<= %d", [parameters.max_days])
