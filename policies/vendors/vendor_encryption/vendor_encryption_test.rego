package vendors.vendor_encryption_test

import data.vendors.vendor_encryption

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
		"complete": {},
	}
	answer := vendor_encryption.verdicts.v with input as document
}

_stores(mode, tls) := {
	"storage_bucket": [{"id": "b", "default_encryption": mode, "deny_insecure_transport": true}],
	"database_instance": [{"id": "d", "at_rest_encryption": "volume", "tls_required": tls, "engine": "mysql"}],
}

test_pass_when_every_promise_is_kept if {
	_judge({}, [_contract(["at_rest"])], _stores("sse_s3", false), {}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [
			{"field": "/storage_bucket/b/default_encryption", "actual": "sse_s3", "expected": "at_rest"},
			{"field": "/database_instance/d/at_rest_encryption", "actual": "volume", "expected": "at_rest"},
		],
	}
}

test_fail_when_a_promise_is_broken if {
	_judge({"contracts_complete": false}, [_contract(["in_transit"])], _stores("none", false), {}) == {
		"verdict": "fail",
		"reason": "promise_not_kept",
		"evidence": [{"field": "/database_instance/d/tls_required", "actual": false, "expected": "in_transit"}],
	}
}

test_unknown_when_a_store_is_out_of_sight if {
	missing := {"storage_bucket": [{"id": "b", "default_encryption": "sse_s3"}]}
	_judge({}, [_contract(["at_rest"])], missing, {}).reason == "promise_or_setting_unread"
}

test_unknown_when_a_promise_was_not_read if {
	contracts := [_contract(["at_rest"]), {"id": "e", "in_force": true}]
	_judge({}, contracts, _stores("sse_s3", true), {}).reason == "promise_or_setting_unread"
}

test_unknown_when_contracts_are_out_of_sight if {
	partly := {"contracts_complete": false}
	_judge(partly, [_contract(["at_rest"])], _stores("sse_s3", true), {}).reason == "contracts_out_of_sight"
}

test_not_applicable_when_nothing_is_promised if {
	_judge({}, [_contract([])], _stores("none", false), {}).reason == "nothing_promised"
}

test_not_applicable_without_stores if _judge(_none, [_contract(["at_rest"])], {}, {}).reason == "no_stores"

test_not_applicable_when_ended if _judge({"status": "ended"}, [], {}, {}).reason == "vendor_ended"

test_not_applicable_without_personal_data if _judge({"processes_pi": false}, [], {}, {}).reason == "no_personal_data"

test_not_applicable_when_no_contract_is_in_force if _judge({}, [], {}, {}).reason == "no_contract_in_force"

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"parameters": {}, "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_encryption.verdicts with input as document
	count(answers) == 2
}
