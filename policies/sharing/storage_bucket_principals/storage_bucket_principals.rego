# METADATA
# title: Principals from outside belong to registered vendors
# description: |
#   a bucket passes when every principal that its policy lets in from outside is one of the provider's, of an own
#   account, or of a vendor that is engaged and registered as processing personal information
# schemas:
#   - input: schema["storage_bucket.input"]
package sharing.storage_bucket_principals

import data.lib.lists
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each bucket of the batch, by bucket id
# entrypoint: true
verdicts[bucket.id] := _verdict(bucket, input.parameters) if some bucket in input.resources

_verdict(bucket, parameters) := verdict.not_applicable("nobody_outside") if bucket.external_principals == []

else := verdict.not_applicable("public_data") if bucket.data_level in {"none", "public"}

else := verdict.fail("anybody", [_principals(bucket.external_principals)]) if "*" in _outsiders(bucket, parameters)

else := verdict.fail("not_registered", [_principals(strangers)]) if {
	strangers := [principal | some principal in _outsiders(bucket, parameters); _is_stranger(principal, bucket)]
	count(strangers) > 0
}

else := verdict.pass([_principals(bucket.external_principals)]) if {
	outsiders := _outsiders(bucket, parameters)
	count([principal | some principal in outsiders; _is_known(principal, bucket)]) == count(outsiders)
}

else := verdict.unknown("register_unread") if is_array(bucket.external_principals)

else := verdict.unknown("policy_unread")

_outsiders(bucket, parameters) := outsiders if {
	is_array(bucket.external_principals)
	outsiders := [principal |
		some principal in bucket.external_principals
		lists.lacks(parameters.provider_principals, principal)
	]
}

_is_known(principal, bucket) if {
	account := bucket.principal_accounts[principal]
	some organization in related.records("organization", bucket.id)
	account in organization.cloud_account_ids
}

_is_known(principal, bucket) if {
	some vendor in _vendors(principal, bucket)
	vendor.status in {"active", "offboarding"}
	_is_engaged(vendor)
	vendor.processes_pi == true
}

_is_stranger(principal, bucket) if {
	bucket.vendor_accounts_read == true
	some organization in related.records("organization", bucket.id)
	lists.lacks(organization.cloud_account_ids, bucket.principal_accounts[principal])
	vendors := _vendors(principal, bucket)
	count([vendor | some vendor in vendors; _is_unfit(vendor)]) == count(vendors)
}

_vendors(principal, bucket) := [vendor |
	some vendor in related.records("vendor", bucket.id)
	bucket.principal_accounts[principal] in vendor.cloud_account_ids
]

_is_engaged(vendor) if vendor.relationship_end_date == "none"

# The field holds a date or "none", and dates of this form are in order as text.
_is_engaged(vendor) if vendor.relationship_end_date >= input.as_of

_is_unfit(vendor) if vendor.status == "ended"

_is_unfit(vendor) if vendor.relationship_end_date < input.as_of

_is_unfit(vendor) if vendor.processes_pi == false

_principals(principals) := {"field": "/external_principals", "actual": principals}
