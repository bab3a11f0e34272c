# METADATA
# title: Snapshots and images are not public or shared with unknown accounts
# description: a backup passes when it is not public and shared with own accounts and those of engaged vendors only
# schemas:
#   - input: schema["backup.input"]
package access.backup_sharing

import data.lib.lists
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each backup of the batch, by backup id
# entrypoint: true
verdicts[backup.id] := _verdict(backup, input.parameters) if some backup in input.resources

_verdict(backup, parameters) := verdict.not_applicable("public_data") if backup.data_level in {"none", "public"}

else := verdict.fail("public", [{"field": "/is_public", "actual": true, "expected": false}]) if {
	backup.is_public == true
}

else := verdict.fail("not_registered", [_shared(strangers)]) if {
	strangers := [account | some account in backup.shared_with; _is_stranger(account, backup, parameters)]
	count(strangers) > 0
}

else := verdict.pass([{"field": "/is_public", "actual": false}, _shared(backup.shared_with)]) if {
	backup.is_public == false
	is_array(backup.shared_with)
	known := [account | some account in backup.shared_with; _is_known(account, backup, parameters)]
	count(known) == count(backup.shared_with)
}

else := verdict.unknown("register_unread") if {
	backup.is_public == false
	is_array(backup.shared_with)
}

else := verdict.unknown("sharing_unread")

_is_known(account, _, parameters) if account in parameters.own_accounts

_is_known(account, backup, _) if {
	some organization in related.records("organization", backup.id)
	account in organization.cloud_account_ids
}

_is_known(account, backup, _) if {
	some vendor in _vendors(account, backup)
	vendor.status in {"active", "offboarding"}
	_is_engaged(vendor)
}

_is_stranger(account, backup, parameters) if {
	lists.lacks(parameters.own_accounts, account)
	backup.vendor_accounts_read == true
	some organization in related.records("organization", backup.id)
	lists.lacks(organization.cloud_account_ids, account)
	vendors := _vendors(account, backup)
	count([vendor | some vendor in vendors; _is_unfit(vendor)]) == count(vendors)
}

_vendors(account, backup) := [vendor |
	some vendor in related.records("vendor", backup.id)
	account in vendor.cloud_account_ids
]

_is_engaged(vendor) if vendor.relationship_end_date == "none"

# The field holds a date or "none", and dates of this form are in order as text.
_is_engaged(vendor) if vendor.relationship_end_date >= input.as_of

_is_unfit(vendor) if vendor.status == "ended"

_is_unfit(vendor) if vendor.relationship_end_date < input.as_of

_shared(accounts) := {"field": "/shared_with", "actual": accounts}
