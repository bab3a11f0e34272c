package lib.retained_copies_test

import data.lib.retained_copies

_rule := {"id": "r", "enabled": true, "covers_whole_bucket": true, "noncurrent_expiration_days": 30}

_versioned := {"id": "b", "versioning": "enabled", "lifecycle_read": true}

_related(rules) := {
	"related": {"lifecycle_rule": {rule.id: rule | some rule in rules}},
	"links": {"lifecycle_rule": {"b": [rule.id | some rule in rules]}},
}

_lock(bucket, days) := [ends | ends := retained_copies.lock_ends(bucket, days)]

_lock_stays(bucket, days) := [stays | stays := retained_copies.lock_stays(bucket, days)]

_versions(bucket, rules, days) := [ends |
	ends := retained_copies.versions_end(bucket, days) with input as _related(rules)
]

_versions_stay(bucket, rules, days) := [stays |
	stays := retained_copies.versions_stay(bucket, days) with input as _related(rules)
]

_automated(database) := [
	count([ends | ends := retained_copies.automated_end(database, 30)]),
	count([stays | stays := retained_copies.automated_stay(database, 30)]),
]

_backup(backup) := [
	count([ends | ends := retained_copies.backup_ends(backup, 30)]),
	count([stays | stays := retained_copies.backup_stays(backup, 30)]),
]

test_no_lock_ends if _lock({"object_lock_mode": "none"}, 30) == [true]

test_a_lock_ends_on_its_last_day if {
	_lock({"object_lock_days": 30}, 30) == [true]
	_lock({"object_lock_days": 31}, 30) == []
}

test_a_lock_stays_for_longer_than_its_last_day if {
	_lock_stays({"object_lock_mode": "compliance", "object_lock_days": 31}, 30) == [true]
	_lock_stays({"object_lock_mode": "governance", "object_lock_days": 30}, 30) == []
}

test_a_lock_that_was_not_read_is_open if {
	_lock({}, 30) == []
	_lock_stays({}, 30) == []
	_lock_stays({"object_lock_days": 365}, 30) == []
}

test_a_bucket_without_versions_keeps_none if {
	_versions({"id": "b", "versioning": "disabled"}, [], 30) == [true]
	_versions_stay({"id": "b", "versioning": "disabled", "lifecycle_read": true}, [], 30) == []
}

test_old_versions_end_by_a_rule_for_the_whole_bucket if {
	_versions(_versioned, [_rule], 30) == [true]
	_versions(_versioned, [_rule], 29) == []
	_versions(_versioned, [object.union(_rule, {"enabled": false})], 30) == []
	_versions(_versioned, [object.union(_rule, {"covers_whole_bucket": false})], 30) == []
}

test_old_versions_stay_when_no_rule_deletes_them_in_time if {
	_versions_stay(_versioned, [], 30) == [true]
	_versions_stay(_versioned, [_rule], 29) == [true]
	_versions_stay(_versioned, [object.union(_rule, {"enabled": false})], 30) == [true]
	_versions_stay(_versioned, [object.union(_rule, {"covers_whole_bucket": false})], 30) == [true]
	_versions_stay(_versioned, [object.union(_rule, {"noncurrent_expiration_days": "none"})], 30) == [true]
	_versions_stay(object.union(_versioned, {"versioning": "suspended"}), [], 30) == [true]
}

test_old_versions_are_open_when_a_rule_may_delete_them if {
	_versions_stay(_versioned, [_rule], 30) == []
	_versions_stay(_versioned, [object.remove(_rule, ["noncurrent_expiration_days"])], 30) == []
	_versions_stay(object.remove(_versioned, ["lifecycle_read"]), [], 30) == []
	_versions_stay(object.remove(_versioned, ["versioning"]), [], 30) == []
}

test_automated_backups_end_within_the_days if {
	_automated({"backup_enabled": false}) == [1, 0]
	_automated({"backup_enabled": true, "backup_retention_days": 30}) == [1, 0]
}

test_automated_backups_stay if _automated({"backup_enabled": true, "backup_retention_days": 31}) == [0, 1]

test_automated_backups_that_were_not_read_are_open if {
	_automated({"backup_enabled": true}) == [0, 0]
	_automated({"backup_retention_days": 31}) == [0, 0]
}

test_a_backup_ends_within_the_days if {
	_backup({"retention_days": 30}) == [1, 0]
	_backup({"is_deleted": true}) == [1, 0]
	_backup({"is_deleted": true, "retention_days": "none"}) == [1, 0]
	_backup({"is_deleted": true, "retention_days": 31}) == [1, 0]
}

test_a_backup_stays if {
	_backup({"retention_days": 31}) == [0, 1]
	_backup({"retention_days": "none"}) == [0, 1]
	_backup({"retention_days": "none", "is_deleted": false}) == [0, 1]
}

test_a_backup_without_dates_is_open if _backup({"is_deleted": false}) == [0, 0]
