# METADATA
# title: Keys let in nobody unknown
# description: |
#   a key passes when its policy opens it to no wildcard, and every principal from outside is of a vendor that is
#   bound, or of an own account
# schemas:
#   - input: schema["encryption_key.input"]
package encryption.encryption_key_principals

import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each key of the batch, by key id
# entrypoint: true
verdicts[key.id] := _verdict(key) if some key in input.resources

_verdict(key) := verdict.not_applicable("provider_manages") if key.manager == "provider"

else := verdict.fail("anybody", [_wildcard(key)]) if key.policy_wildcard_principal == true

else := verdict.fail("not_bound", [_principals(strangers)]) if {
	strangers := [principal | some principal in key.external_principals; _is_stranger(principal, key)]
	count(strangers) > 0
}

else := verdict.pass([_wildcard(key), _principals(key.external_principals)]) if {
	key.policy_wildcard_principal == false
	is_array(key.external_principals)
	known := [principal | some principal in key.external_principals; _is_known(principal, key)]
	count(known) == count(key.external_principals)
}

else := verdict.unknown("policy_unread") if key.external_principals == []

else := verdict.unknown("register_unread") if is_array(key.external_principals)

else := verdict.unknown("policy_unread")

_is_known(principal, key) if {
	some vendor in _vendors(principal, key)
	_is_bound(vendor)
}

_is_known(principal, key) if {
	some organization in related.records("organization", key.id)
	key.principal_accounts[principal] in organization.cloud_account_ids
}

_is_stranger(principal, key) if {
	key.vendor_accounts_read == true
	account := key.principal_accounts[principal]
	own := [organization |
		some organization in related.records("organization", key.id)
		account in organization.cloud_account_ids
	]
	count(own) == 0
	vendors := _vendors(principal, key)
	count([vendor | some vendor in vendors; _is_released(vendor)]) == count(vendors)
}

_vendors(principal, key) := [vendor |
	some vendor in related.records("vendor", key.id)
	key.principal_accounts[principal] in vendor.cloud_account_ids
]

_is_bound(vendor) if vendor.status == "active"

_is_bound(vendor) if {
	vendor.status == "offboarding"
	vendor.relationship_end_date == "none"
}

# The field holds a date or "none", and dates of this form are in order as text.
_is_bound(vendor) if {
	vendor.status == "offboarding"
	vendor.relationship_end_date >= input.as_of
}

_is_released(vendor) if vendor.status == "ended"

_is_released(vendor) if {
	vendor.status == "offboarding"
	vendor.relationship_end_date < input.as_of
}

_wildcard(key) := {
	"field": "/policy_wildcard_principal",
	"actual": key.policy_wildcard_principal,
	"expected": false,
}

_principals(principals) := {"field": "/external_principals", "actual": principals}
