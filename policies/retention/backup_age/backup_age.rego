# METADATA
# title: Backups do not outlive the data
# description: |
#   a backup passes when it ends after the longest keeping at the latest, or after the legal minimum of what it
#   copies, and is not listed after its own end; of a planned backup the days of keeping decide alone
# schemas:
#   - input: schema["backup.input"]
package retention.backup_age

import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each backup of the batch, by backup id
# entrypoint: true
verdicts[backup.id] := answer if {
	some backup in input.resources
	answer := _verdict(backup, related.records("data_asset", backup.id), input.parameters)
}

_verdict(backup, assets, parameters) := verdict.not_applicable("deleted") if backup.is_deleted == true

else := verdict.not_applicable("not_personal") if backup.data_level in {"internal", "none", "public"}

else := verdict.fail("never_expires", [{"field": "/expires_at", "actual": "none"}]) if backup.expires_at == "none"

else := verdict.fail("never_expires", [{"field": "/retention_days", "actual": "none"}]) if {
	backup.retention_days == "none"
}

else := verdict.fail("past_expiry", [{"field": "/expires_at", "actual": backup.expires_at}]) if {
	backup.days_past_expiry > parameters.overdue_days
	is_string(backup.expires_at)
}

else := verdict.fail("too_long", [_kept(backup, _limit(assets, parameters))]) if {
	is_string(backup.source_id)
	_floors_read(assets)
	backup.retention_days > _limit(assets, parameters)
}

else := verdict.pass([_kept(backup, _limit(assets, parameters))]) if {
	backup.retention_days <= _limit(assets, parameters)
	_is_in_time(backup, parameters)
}

else := verdict.unknown("expiry_unread") if backup.retention_days <= _limit(assets, parameters)

else := verdict.unknown("floor_unread") if is_number(backup.retention_days)

else := verdict.unknown("retention_unread")

# The longest keeping that was proved to be allowed; a floor that was not read could only raise it.
_limit(assets, parameters) := max(array.concat([parameters.max_backup_days], _floors(assets)))

_floors(assets) := [asset.floor_days | some asset in assets; is_number(asset.floor_days)]

_floors_read(assets) if {
	input.complete.data_asset == true
	count([asset | some asset in assets; _has_floor_read(asset)]) == count(assets)
}

_has_floor_read(asset) if is_number(asset.floor_days)

_has_floor_read(asset) if asset.floor_days == "none"

_is_in_time(backup, parameters) if backup.days_past_expiry <= parameters.overdue_days

_is_in_time(backup, _) if backup.is_planned == true

_kept(backup, limit) := {"field": "/retention_days", "actual": backup.retention_days, "expected": limit}
