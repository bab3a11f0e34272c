package vendors.vendor_access_end_test

import data.vendors.vendor_access_end

_vendor := {
	"id": "v",
	"contracts_complete": true,
	"stores_read": true,
	"bucket_ids": ["b"],
	"database_ids": ["d"],
}

_ended := {
	"id": "c",
	"in_force": false,
	"effective_to": "2026-11-20",
	"days_since_signed": 700,
	"days_to_end": -1,
}

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
		"complete": {"backup": true, "identity_account": true},
	}
	answer := vendor_access_end.verdicts.v with input as document
}

_closed := {
	"storage_bucket": [{"id": "b", "principal_accounts": {"someone": "444455556666"}}],
	"identity_account": [{"id": "one", "enabled": false}, {"id": "two", "enabled": true, "expired": true}],
	"backup": [{"id": "k", "shared_with": ["444455556666"]}],
}

_links(accounts, backups) := {"identity_account": {"v": accounts}, "backup": {"v": backups}}

_with(related) := _judge(
	{"cloud_account_ids": ["111122223333"]},
	[_ended],
	object.union(_closed, related),
	_links(["one", "two"], ["k"]),
)

_open(related) := [item.field | some item in _with(related).evidence]

test_pass_when_all_access_is_closed if {
	_with({}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/vendor_contract/c/effective_to",
		"actual": "2026-11-20",
	}]}
}

test_fail_when_an_account_is_open if {
	accounts := [{"id": "one", "enabled": true, "expired": false}, {"id": "two", "enabled": false}]
	_open({"identity_account": accounts}) == ["/vendor_contract/c/effective_to", "/identity_account/one/enabled"]
}

test_fail_when_a_bucket_lets_the_vendor_in if {
	_open({"storage_bucket": [{"id": "b", "principal_accounts": {"role": "111122223333"}}]}) == [
		"/vendor_contract/c/effective_to",
		"/storage_bucket/b/external_principals",
	]
}

test_fail_when_a_backup_is_shared_with_the_vendor if {
	_open({"backup": [{"id": "k", "shared_with": ["111122223333"], "is_deleted": false}]}) == [
		"/vendor_contract/c/effective_to",
		"/backup/k/shared_with",
	]
}

test_pass_when_the_shared_backup_was_deleted if {
	_with({"backup": [{"id": "k", "shared_with": ["111122223333"], "is_deleted": true}]}).reason == "pass"
}

test_unknown_when_an_account_or_a_bucket_was_not_read if {
	_with({"identity_account": [{"id": "one"}]}).reason == "access_undecided"
	_with({"storage_bucket": [{"id": "b"}]}).reason == "access_undecided"
	_judge({}, [_ended], _closed, _links(["one"], [])).reason == "access_undecided"
}

test_unknown_when_the_term_was_not_read if {
	_judge({}, [{"id": "c"}], _closed, _links([], [])).reason == "access_undecided"
}

test_unknown_when_contracts_are_out_of_sight if {
	_judge({"contracts_complete": false}, [_ended], {}, {}).reason == "contracts_out_of_sight"
}

test_not_applicable_when_a_contract_is_in_force if {
	_judge({}, [_ended, {"id": "e", "in_force": true}], {}, {}).reason == "contract_in_force"
}

test_not_applicable_when_no_contract_has_ended if {
	_judge({}, [], {}, {}).reason == "never_contracted"
	_judge({}, [{"id": "c", "in_force": false, "days_since_signed": "none"}], {}, {}).reason == "never_contracted"
	later := {"id": "c", "in_force": false, "days_since_signed": 1, "days_to_end": 300}
	_judge({}, [later], {}, {}).reason == "never_contracted"
	open := object.union(later, {"days_to_end": "open_ended"})
	_judge({}, [open], {}, {}).reason == "never_contracted"
}

test_not_applicable_when_ended if _judge({"status": "ended"}, [], {}, {}).reason == "vendor_ended"

test_not_applicable_without_personal_data if _judge({"processes_pi": false}, [], {}, {}).reason == "no_personal_data"

test_every_vendor_is_answered if {
	links := {"vendor_contract": {"a": [], "b": []}}
	document := {"parameters": {}, "resources": [{"id": "a"}, {"id": "b"}], "links": links}
	answers := vendor_access_end.verdicts with input as document
	count(answers) == 2
}
