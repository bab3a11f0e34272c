package encryption.encryption_key_principals_test

import data.encryption.encryption_key_principals

_account := "123456789012"

_key := {
	"id": "k",
	"policy_wildcard_principal": false,
	"external_principals": [_account],
	"principal_accounts": {_account: _account},
	"vendor_accounts_read": true,
}

_alone := {"id": "k", "policy_wildcard_principal": false, "external_principals": [], "principal_accounts": {}}

_vendor := {"id": "v", "cloud_account_ids": [_account], "status": "active"}

_document(key, vendors, organizations) := {
	"as_of": "2026-11-21",
	"parameters": {},
	"resources": [key],
	"related": {
		"vendor": {vendor.id: vendor | some vendor in vendors},
		"organization": {organization.id: organization | some organization in organizations},
	},
	"links": {
		"vendor": {key.id: [vendor.id | some vendor in vendors]},
		"organization": {key.id: [organization.id | some organization in organizations]},
	},
}

_answer(key, vendors) := answer if {
	answer := encryption_key_principals.verdicts.k with input as _document(key, vendors, [])
}

_reason_of(key, vendors) := _answer(key, vendors).reason

_reason_with(facts) := _reason_of(_key, [object.union(_vendor, facts)])

_reason_among(organization, key) := answer.reason if {
	answer := encryption_key_principals.verdicts.k with input as _document(key, [], [organization])
}

test_pass_when_nobody_from_outside_is_let_in if {
	_answer(_alone, []) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/policy_wildcard_principal", "actual": false, "expected": false},
		{"field": "/external_principals", "actual": []},
	]}
}

test_pass_when_the_vendor_is_bound if {
	_reason_with({}) == "pass"
	_reason_with({"relationship_end_date": "2020-01-01"}) == "pass"
	_reason_with({"status": "offboarding", "relationship_end_date": "2026-11-21"}) == "pass"
	_reason_with({"status": "offboarding", "relationship_end_date": "none"}) == "pass"
}

test_pass_when_the_account_is_an_own_one if {
	_reason_among({"id": "o", "cloud_account_ids": [_account]}, _key) == "pass"
	_reason_among({"id": "o", "cloud_account_ids": [_account]}, object.remove(_key, ["vendor_accounts_read"])) == "pass"
}

test_fail_when_anybody_is_let_in if {
	_answer({"id": "k", "policy_wildcard_principal": true}, []) == {
		"verdict": "fail",
		"reason": "anybody",
		"evidence": [{"field": "/policy_wildcard_principal", "actual": true, "expected": false}],
	}
}

test_fail_when_the_vendor_is_no_longer_bound if {
	_reason_with({"status": "ended"}) == "not_bound"
	_reason_with({"status": "offboarding", "relationship_end_date": "2026-11-20"}) == "not_bound"
}

test_fail_when_no_vendor_has_the_account if {
	_answer(_key, []) == {"verdict": "fail", "reason": "not_bound", "evidence": [{
		"field": "/external_principals",
		"actual": [_account],
	}]}
	_reason_among({"id": "o"}, _key) == "not_bound"
	_reason_of(object.remove(_key, ["policy_wildcard_principal"]), []) == "not_bound"
}

test_unknown_when_a_fact_of_the_vendor_was_not_read if {
	_reason_of(_key, [object.remove(_vendor, ["status"])]) == "register_unread"
	_reason_with({"status": "offboarding"}) == "register_unread"
}

test_unknown_when_the_register_was_not_read_wholly if {
	_reason_of(object.remove(_key, ["vendor_accounts_read"]), []) == "register_unread"
}

test_unknown_when_a_principal_names_no_account if {
	nameless := object.union(_key, {"external_principals": ["logs.example.com"]})
	_reason_of(nameless, []) == "register_unread"
}

test_unknown_when_the_policy_was_not_read if {
	_reason_of({"id": "k"}, []) == "policy_unread"
	_reason_of({"id": "k", "external_principals": []}, []) == "policy_unread"
	_reason_of({"id": "k", "policy_wildcard_principal": false}, []) == "policy_unread"
	_reason_of(object.remove(_key, ["policy_wildcard_principal"]), [_vendor]) == "register_unread"
}

test_not_applicable_when_the_provider_manages_the_key if {
	_reason_of(object.union(_key, {"manager": "provider", "policy_wildcard_principal": true}), []) == "provider_manages"
}

test_every_key_is_answered if {
	answers := encryption_key_principals.verdicts with input as {"parameters": {}, "resources": [{"id": "x"}, {"id": "y"}]}
	count(answers) == 2
}
