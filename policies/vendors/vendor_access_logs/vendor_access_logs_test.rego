package vendors.vendor_access_logs_test

import data.vendors.vendor_access_logs

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

_contract(id, right) := {
	"id": id,
	"in_force": true,
	"audit_right": right,
	"superseded_by": [],
	"may_be_superseded_by": [],
}

# Records by kind, and what is reached from whom.
_judge(facts, contracts, related, links) := answer if {
	document := {
		"parameters": {"audited": ["full", "limited"]},
		"resources": [object.union(_vendor, facts)],
		"related": object.union(
			{"vendor_contract": {contract.id: contract | some contract in contracts}},
			{kind: {record.id: record | some record in records} | some kind, records in related},
		),
		"links": object.union({"vendor_contract": {"v": [contract.id | some contract in contracts]}}, links),
		"complete": {},
	}
	answer := vendor_access_logs.verdicts.v with input as document
}

_logging(bucket, database) := {
	"storage_bucket": [{"id": "b", "access_logging": bucket}],
	"database_instance": [{"id": "d", "audit_enabled": database}],
}

_reason_of(contracts, stores) := _judge({}, contracts, stores, {}).reason

test_pass_when_every_store_logs if {
	_judge({}, [_contract("c", "full")], _logging("server_access", true), {}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [
			{"field": "/vendor_contract/c/audit_right", "actual": "full"},
			{"field": "/storage_bucket/b/access_logging", "actual": "server_access"},
			{"field": "/database_instance/d/audit_enabled", "actual": true},
		],
	}
}

test_fail_when_a_store_logs_nothing if {
	_reason_of([_contract("c", "full")], _logging("none", true)) == "access_not_logged"
	_reason_of([_contract("c", "limited")], _logging("both", false)) == "access_not_logged"
	_reason_of([_contract("c", "full"), _contract("e", "excluded")], _logging("none", true)) == "access_not_logged"
}

test_unknown_when_a_setting_was_not_read if {
	unread := {"storage_bucket": [{"id": "b"}], "database_instance": [{"id": "d", "audit_enabled": true}]}
	_reason_of([_contract("c", "full")], unread) == "right_or_log_unread"
}

test_unknown_when_the_right_was_not_read if {
	unread := object.remove(_contract("c", "full"), ["audit_right"])
	_reason_of([unread], _logging("none", false)) == "right_or_log_unread"
}

test_unknown_when_contracts_are_out_of_sight if {
	partly := {"contracts_complete": false}
	_judge(partly, [_contract("c", "full")], _logging("none", true), {}).reason == "contracts_out_of_sight"
}

test_not_applicable_when_no_audit_is_agreed if {
	_reason_of([_contract("c", "absent")], _logging("none", false)) == "no_audit_agreed"
	_reason_of([_contract("c", "report_only")], _logging("none", false)) == "no_audit_agreed"
	over := {"id": "o", "in_force": false, "audit_right": "full", "superseded_by": [], "may_be_superseded_by": []}
	_reason_of([_contract("c", "excluded"), over], _logging("none", false)) == "no_audit_agreed"
}

test_not_applicable_when_an_amendment_takes_the_right_out if {
	struck := object.union(_contract("c", "full"), {"clauses_struck": ["supervision_audit"]})
	_reason_of([struck], {}) == "no_audit_agreed"
}

test_not_applicable_without_stores if _judge(_none, [_contract("c", "full")], {}, {}).reason == "no_stores"

test_not_applicable_when_ended if _judge({"status": "ended"}, [], {}, {}).reason == "vendor_ended"

test_not_applicable_without_personal_data if _judge({"processes_pi": false}, [], {}, {}).reason == "no_personal_data"

test_not_applicable_when_no_contract_is_in_force if _judge({}, [], {}, {}).reason == "no_contract_in_force"

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"parameters": {"audited": ["full"]}, "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_access_logs.verdicts with input as document
	count(answers) == 2
}
