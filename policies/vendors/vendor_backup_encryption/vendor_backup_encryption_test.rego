package vendors.vendor_backup_encryption_test

import data.vendors.vendor_backup_encryption

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

_contract(promised) := {"id": "c", "in_force": true, "encryption_promised": promised}

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
	answer := vendor_backup_encryption.verdicts.v with input as document
}

_with(promised, backups, keys) := _judge(
	{},
	[_contract(promised)],
	{"storage_bucket": [{"id": "b"}], "database_instance": [{"id": "d"}], "backup": backups, "encryption_key": keys},
	{"backup": {"b": [], "d": [backup.id | some backup in backups]}},
)

_encrypted := {"id": "k", "encrypted": true, "key_id": "key"}

_reason_of(promised, backup, manager) := _with(promised, [backup], [{"id": "key", "manager": manager}]).reason

test_pass_when_backups_are_encrypted if {
	_with(["at_rest", "in_transit"], [_encrypted], []) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/backup/k/encrypted",
		"actual": true,
		"expected": true,
	}]}
}

test_pass_when_the_key_is_ours if _reason_of(["customer_key"], _encrypted, "customer") == "pass"

test_pass_when_the_backup_in_clear_was_deleted if {
	gone := {"id": "g", "encrypted": false, "is_deleted": true}
	_with(["at_rest"], [_encrypted, gone], []).reason == "pass"
}

test_fail_when_a_backup_is_in_clear if {
	_with(["at_rest"], [{"id": "k", "encrypted": false, "is_deleted": false}], []).reason == "backup_in_clear"
}

test_fail_when_the_key_is_not_ours if {
	_reason_of(["customer_key"], _encrypted, "provider") == "key_is_not_ours"
	_with(["customer_key"], [{"id": "k", "encrypted": true, "key_id": "none"}], []) == {
		"verdict": "fail",
		"reason": "key_is_not_ours",
		"evidence": [{"field": "/backup/k/key_id", "actual": "none"}],
	}
}

test_unknown_when_the_key_or_the_state_was_not_read if {
	_with(["customer_key"], [_encrypted], []).reason == "promise_or_backup_unread"
	_with(["at_rest"], [{"id": "k"}], []).reason == "promise_or_backup_unread"
}

test_unknown_when_contracts_are_out_of_sight if {
	_judge({"contracts_complete": false}, [_contract([])], {}, {}).reason == "contracts_out_of_sight"
}

test_not_applicable_when_nothing_is_promised_about_copies if {
	_with(["in_transit"], [], []).reason == "nothing_promised"
}

test_not_applicable_without_backups if _with(["at_rest"], [], []).reason == "no_backups"

test_not_applicable_without_stores if _judge(_none, [_contract(["at_rest"])], {}, {}).reason == "no_stores"

test_not_applicable_when_ended if _judge({"status": "ended"}, [], {}, {}).reason == "vendor_ended"

test_not_applicable_without_personal_data if _judge({"processes_pi": false}, [], {}, {}).reason == "no_personal_data"

test_not_applicable_when_no_contract_is_in_force if _judge({}, [], {}, {}).reason == "no_contract_in_force"

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"parameters": {}, "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_backup_encryption.verdicts with input as document
	count(answers) == 2
}
