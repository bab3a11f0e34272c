package vendors.vendor_deletion_period_test

import data.vendors.vendor_deletion_period

_vendor := {
	"id": "v",
	"contracts_complete": true,
	"stores_read": true,
	"replicas_read": true,
	"bucket_ids": ["b"],
	"database_ids": ["d"],
	"replica_ids": [],
}

_none := {"bucket_ids": [], "database_ids": []}

_contract(days) := {
	"id": "c",
	"in_force": true,
	"deletion_period_days": days,
	"superseded_by": [],
	"may_be_superseded_by": [],
}

_bucket := {"id": "b", "object_lock_mode": "none", "versioning": "disabled", "lifecycle_read": true}

_database := {"id": "d", "backup_enabled": true, "backup_retention_days": 30}

_backup := {"id": "k", "retention_days": 30, "is_deleted": false}

# Records by kind, and what is reached from whom.
_judge(facts, contracts, related, links) := answer if {
	document := {
		"parameters": {},
		"resources": [object.union(_vendor, facts)],
		"related": object.union(
			{"vendor_contract": {contract.id: contract | some contract in contracts}},
			{kind: {record.id: record | some record in records} | some kind, records in related},
		),
		"links": object.union({"vendor_contract": {"v": [contract.id | some contract in contracts]}}, links),
		"complete": {"backup": true},
	}
	answer := vendor_deletion_period.verdicts.v with input as document
}

_with(bucket, database, backup) := _judge(
	{},
	[_contract(30)],
	{"storage_bucket": [bucket], "database_instance": [database], "backup": [backup], "lifecycle_rule": []},
	{"backup": {"b": ["k"], "d": []}, "lifecycle_rule": {"b": []}},
)

_late(answer) := [item.field | some item in answer.evidence]

test_pass_when_nothing_outlives_the_period if {
	_with(_bucket, _database, _backup) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/vendor_contract/c/deletion_period_days",
		"actual": 30,
	}]}
}

test_fail_when_a_backup_outlives_the_period if {
	_with(_bucket, _database, object.union(_backup, {"retention_days": 31})) == {
		"verdict": "fail",
		"reason": "copies_outlive_the_period",
		"evidence": [{"field": "/backup/k/retention_days", "actual": 31, "expected": 30}],
	}
}

test_fail_shows_everything_that_outlives_the_period if {
	bucket := {
		"id": "b",
		"object_lock_mode": "compliance",
		"object_lock_days": 365,
		"versioning": "enabled",
		"lifecycle_read": true,
	}
	database := object.union(_database, {"backup_retention_days": 35})
	_late(_with(bucket, database, object.union(_backup, {"retention_days": "none"}))) == [
		"/storage_bucket/b/object_lock_days",
		"/storage_bucket/b/versioning",
		"/database_instance/d/backup_retention_days",
		"/backup/k/retention_days",
	]
}

test_unknown_when_a_setting_was_not_read if {
	_with(object.remove(_bucket, ["versioning"]), _database, _backup).reason == "copies_undecided"
	_with(_bucket, {"id": "d"}, _backup).reason == "copies_undecided"
	_with(_bucket, _database, {"id": "k"}).reason == "copies_undecided"
}

test_unknown_when_the_period_was_not_read if {
	_judge({}, [object.remove(_contract(1), ["deletion_period_days"])], {}, {}).reason == "copies_undecided"
}

test_unknown_when_contracts_are_out_of_sight if {
	_judge({"contracts_complete": false}, [_contract(30)], {}, {}).reason == "contracts_out_of_sight"
}

test_not_applicable_when_no_period_is_agreed if {
	_judge({}, [_contract("indefinite")], {}, {}).reason == "no_period_agreed"
	_judge({}, [_contract("absent"), {"id": "o", "in_force": false}], {}, {}).reason == "no_period_agreed"
}

test_not_applicable_when_an_amendment_takes_the_period_out if {
	struck := object.union(_contract(30), {"clauses_struck": ["return_or_deletion"]})
	_judge({}, [struck], {}, {}).reason == "no_period_agreed"
}

test_not_applicable_without_stores if _judge(_none, [_contract(30)], {}, {}).reason == "no_stores"

test_not_applicable_when_ended if _judge({"status": "ended"}, [], {}, {}).reason == "vendor_ended"

test_not_applicable_without_personal_data if _judge({"processes_pi": false}, [], {}, {}).reason == "no_personal_data"

test_not_applicable_when_no_contract_is_in_force if _judge({}, [], {}, {}).reason == "no_contract_in_force"

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"parameters": {}, "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_deletion_period.verdicts with input as document
	count(answers) == 2
}
