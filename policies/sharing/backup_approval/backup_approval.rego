# METADATA
# title: A shared snapshot has an approved share record
# description: |
#   a backup that accounts from outside may restore passes when for each of them a share record, approved and
#   running, names the vendor of the account and an asset that lies in the source of the backup
# schemas:
#   - input: schema["backup.input"]
package sharing.backup_approval

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

else := verdict.not_applicable("not_shared") if {
	backup.is_public == false
	is_array(backup.shared_with)
	own := [account | some account in backup.shared_with; _is_own(account, backup, parameters)]
	count(own) == count(backup.shared_with)
}

else := verdict.fail("not_approved", [_shared(bare)]) if {
	bare := [account | some account in backup.shared_with; _is_bare(account, backup, parameters)]
	count(bare) > 0
}

else := verdict.pass([_shared(backup.shared_with)]) if {
	backup.is_public == false
	good := [account | some account in backup.shared_with; _is_settled(account, backup, parameters)]
	count(good) == count(backup.shared_with)
}

else := verdict.unknown("register_unread") if {
	backup.is_public == false
	is_array(backup.shared_with)
}

else := verdict.unknown("sharing_unread")

_is_own(account, _, parameters) if account in parameters.own_accounts

_is_own(account, backup, _) if {
	some organization in related.records("organization", backup.id)
	account in organization.cloud_account_ids
}

_is_settled(account, backup, parameters) if _is_own(account, backup, parameters)

_is_settled(account, backup, _) if {
	some share in _shares(account, backup)
	share.is_approved == true
	share.is_running == true
	some asset in related.records("data_asset", backup.id)
	asset.id in share.asset_ids
}

# Every register was read, and nothing in them allows the account to have the copy.
_is_bare(account, backup, parameters) if {
	lists.lacks(parameters.own_accounts, account)
	backup.vendor_accounts_read == true
	input.complete.data_share == true
	some organization in related.records("organization", backup.id)
	lists.lacks(organization.cloud_account_ids, account)
	shares := _shares(account, backup)
	count([share | some share in shares; _is_no_ground(share, backup)]) == count(shares)
}

_is_no_ground(share, _) if share.is_approved == false

_is_no_ground(share, _) if share.is_running == false

_is_no_ground(share, backup) if {
	is_string(backup.source_id)
	input.complete.data_asset == true
	assets := related.records("data_asset", backup.id)
	count([asset | some asset in assets; lists.lacks(share.asset_ids, asset.id)]) == count(assets)
	is_array(share.asset_ids)
}

_shares(account, backup) := [share |
	some vendor in related.records("vendor", backup.id)
	account in vendor.cloud_account_ids
	some share in related.records("data_share", vendor.id)
]

_shared(accounts) := {"field": "/shared_with", "actual": accounts}
