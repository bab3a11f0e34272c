package vendors.vendor_key_custody_test

import data.vendors.vendor_key_custody

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

_key := {"id": "key", "admin_principal_ids": ["ours"], "principal_accounts": {"theirs": "111122223333"}}

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
		"complete": {},
	}
	answer := vendor_key_custody.verdicts.v with input as document
}

_with(facts, key_id, key) := _judge(
	facts,
	[_contract(["customer_key"])],
	{
		"storage_bucket": [{"id": "b", "kms_key_id": key_id}],
		"database_instance": [{"id": "d", "kms_key_id": "none"}],
		"encryption_key": [key],
	},
	{},
)

_theirs := {"cloud_account_ids": ["111122223333"]}

test_pass_when_the_vendor_administers_no_key if {
	_with(_theirs, "key", _key) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/encryption_key/key/admin_principal_ids",
		"actual": ["ours"],
	}]}
}

test_fail_when_the_vendor_administers_a_key if {
	_with(_theirs, "key", object.union(_key, {"admin_principal_ids": ["ours", "theirs"]})) == {
		"verdict": "fail",
		"reason": "vendor_administers_the_key",
		"evidence": [{"field": "/encryption_key/key/admin_principal_ids", "actual": "theirs"}],
	}
}

test_unknown_when_the_key_or_the_vendors_accounts_were_not_read if {
	_with(_theirs, "gone", _key).reason == "promise_or_key_unread"
	_with(_theirs, "key", object.remove(_key, ["admin_principal_ids"])).reason == "promise_or_key_unread"
	_with({}, "key", _key).reason == "promise_or_key_unread"
}

test_unknown_when_contracts_are_out_of_sight if {
	_judge({"contracts_complete": false}, [_contract([])], {}, {}).reason == "contracts_out_of_sight"
}

test_not_applicable_when_no_key_is_promised if {
	_judge({}, [_contract(["at_rest"])], {}, {}).reason == "no_key_promised"
}

test_not_applicable_without_keys if _with(_theirs, "none", _key).reason == "no_keys"

test_not_applicable_without_stores if _judge(_none, [_contract(["customer_key"])], {}, {}).reason == "no_stores"

test_not_applicable_when_ended if _judge({"status": "ended"}, [], {}, {}).reason == "vendor_ended"

test_not_applicable_without_personal_data if _judge({"processes_pi": false}, [], {}, {}).reason == "no_personal_data"

test_not_applicable_when_no_contract_is_in_force if _judge({}, [], {}, {}).reason == "no_contract_in_force"

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"parameters": {}, "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_key_custody.verdicts with input as document
	count(answers) == 2
}
