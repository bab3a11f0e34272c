package sharing.storage_bucket_principals_test

import data.sharing.storage_bucket_principals

_role := "arn:aws:iam::111122223333:role/x"

_bucket := {
	"id": "b",
	"external_principals": [_role],
	"principal_accounts": {_role: "111122223333"},
	"vendor_accounts_read": true,
}

_vendor := {
	"id": "v",
	"cloud_account_ids": ["111122223333"],
	"status": "active",
	"relationship_end_date": "none",
	"processes_pi": true,
}

_own := {"id": "organization", "cloud_account_ids": ["210987654321"]}

_document(bucket, vendors, organizations) := {
	"as_of": "2026-11-21",
	"parameters": {"provider_principals": ["delivery.logs.amazonaws.com"]},
	"resources": [bucket],
	"related": {
		"vendor": {vendor.id: vendor | some vendor in vendors},
		"organization": {organization.id: organization | some organization in organizations},
	},
	"links": {
		"vendor": {bucket.id: [vendor.id | some vendor in vendors]},
		"organization": {bucket.id: [organization.id | some organization in organizations]},
	},
}

_answer(bucket, vendors, organizations) := answer if {
	document := _document(bucket, vendors, organizations)
	answer := storage_bucket_principals.verdicts.b with input as document
}

_reason_of(bucket, vendors) := _answer(bucket, vendors, [_own]).reason

_reason_with(flaw) := _reason_of(_bucket, [object.union(_vendor, flaw)])

_reason_without(fact) := _reason_of(_bucket, [object.remove(_vendor, [fact])])

_open_to(principals) := object.union(_bucket, {"external_principals": principals})

test_pass_when_the_account_is_that_of_an_engaged_vendor if {
	_answer(_bucket, [_vendor], []) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/external_principals",
		"actual": [_role],
	}]}
	_reason_with({"status": "offboarding", "relationship_end_date": "2026-11-21"}) == "pass"
}

test_pass_when_the_account_is_an_own_one if {
	own := [{"id": "organization", "cloud_account_ids": ["111122223333"]}]
	_answer(object.remove(_bucket, ["vendor_accounts_read"]), [], own).verdict == "pass"
}

test_pass_when_the_principal_is_the_providers if _reason_of(_open_to(["delivery.logs.amazonaws.com"]), []) == "pass"

test_fail_when_anybody_is_let_in if {
	_answer({"id": "b", "external_principals": ["*"], "principal_accounts": {}}, [], []) == {
		"verdict": "fail",
		"reason": "anybody",
		"evidence": [{"field": "/external_principals", "actual": ["*"]}],
	}
}

test_fail_when_the_account_is_in_no_register if {
	_answer(_bucket, [], [_own]) == {"verdict": "fail", "reason": "not_registered", "evidence": [{
		"field": "/external_principals",
		"actual": [_role],
	}]}
}

test_fail_when_the_vendor_is_not_fit if {
	flaws := [{"status": "ended"}, {"relationship_end_date": "2026-11-20"}, {"processes_pi": false}]
	count([flaw | some flaw in flaws; _reason_with(flaw) == "not_registered"]) == 3
}

test_fail_when_another_principal_is_known if {
	strange := "arn:aws:iam::999900001111:root"
	accounts := {"principal_accounts": {_role: "111122223333", strange: "999900001111"}}
	bucket := object.union(_open_to([_role, strange]), accounts)
	_answer(bucket, [_vendor], [_own]).evidence[0].actual == [strange]
}

test_unknown_when_a_fact_of_the_vendor_was_not_read if {
	facts := ["status", "relationship_end_date", "processes_pi"]
	count([fact | some fact in facts; _reason_without(fact) == "register_unread"]) == 3
}

test_unknown_when_the_vendor_register_was_not_read_wholly if {
	_reason_of(object.remove(_bucket, ["vendor_accounts_read"]), []) == "register_unread"
}

test_unknown_when_own_accounts_were_not_read if {
	_answer(_bucket, [], []).verdict == "unknown"
	_answer(_bucket, [], [{"id": "organization"}]).verdict == "unknown"
}

test_unknown_when_a_principal_names_no_account if _reason_of(_open_to(["AIDAEXAMPLE"]), []) == "register_unread"

test_unknown_when_the_policy_was_not_read if _reason_of({"id": "b"}, []) == "policy_unread"

test_not_applicable_when_nobody_from_outside_is_let_in if _reason_of(_open_to([]), []) == "nobody_outside"

test_not_applicable_when_the_data_are_public if {
	_reason_of(object.union(_open_to(["*"]), {"data_level": "public"}), []) == "public_data"
}

test_every_bucket_is_answered if {
	document := {"parameters": {"provider_principals": []}, "resources": [{"id": "x"}, {"id": "y"}]}
	answers := storage_bucket_principals.verdicts with input as document
	count(answers) == 2
}
