# METADATA
# title: Copies that outlive a deletion
# description: |
#   how long old versions, locks and backups stay after their data were deleted. Each question has a pair of helpers,
#   one that proves yes and one that proves no; where neither holds, a field that decides was not read
package lib.retained_copies

import data.lib.related

_locking := {"governance", "compliance"}

# METADATA
# description: the bucket's default lock is over within so many days
# scope: document
lock_ends(bucket, _) if bucket.object_lock_mode == "none"

lock_ends(bucket, days) if {
	is_number(bucket.object_lock_days)
	bucket.object_lock_days <= days
}

# METADATA
# description: the bucket's default lock lasts longer than the days
lock_stays(bucket, days) if {
	bucket.object_lock_mode in _locking
	is_number(bucket.object_lock_days)
	bucket.object_lock_days > days
}

# METADATA
# description: old versions are deleted within so many days, or there are none
# scope: document
versions_end(bucket, _) if bucket.versioning == "disabled"

versions_end(bucket, days) if {
	some rule in related.records("lifecycle_rule", bucket.id)
	rule.enabled == true
	rule.covers_whole_bucket == true
	is_number(rule.noncurrent_expiration_days)
	rule.noncurrent_expiration_days <= days
}

# METADATA
# description: no lifecycle rule of the bucket deletes all old versions within the days
versions_stay(bucket, days) if {
	bucket.versioning in {"enabled", "suspended"}
	bucket.lifecycle_read == true
	rules := related.records("lifecycle_rule", bucket.id)
	count([rule | some rule in rules; _spares(rule, days)]) == count(rules)
}

_spares(rule, _) if rule.enabled == false

_spares(rule, _) if rule.covers_whole_bucket == false

_spares(rule, _) if rule.noncurrent_expiration_days == "none"

_spares(rule, days) if {
	is_number(rule.noncurrent_expiration_days)
	rule.noncurrent_expiration_days > days
}

# METADATA
# description: automated backups of the database are gone within so many days, or there are none
# scope: document
automated_end(database, _) if database.backup_enabled == false

automated_end(database, days) if {
	is_number(database.backup_retention_days)
	database.backup_retention_days <= days
}

# METADATA
# description: automated backups of the database are kept for longer than the days
automated_stay(database, days) if {
	database.backup_enabled == true
	is_number(database.backup_retention_days)
	database.backup_retention_days > days
}

# METADATA
# description: the backup was deleted, or is deleted within so many days of its making
# scope: document
backup_ends(backup, _) if backup.is_deleted == true

backup_ends(backup, days) if {
	is_number(backup.retention_days)
	backup.retention_days <= days
}

# METADATA
# description: the backup is kept for longer than the days, or for ever
# scope: document
backup_stays(backup, _) if {
	backup.retention_days == "none"
	_may_exist(backup)
}

backup_stays(backup, days) if {
	_may_exist(backup)
	is_number(backup.retention_days)
	backup.retention_days > days
}

_may_exist(backup) if count([deleted | deleted := backup.is_deleted; deleted == true]) == 0
