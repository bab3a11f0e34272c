package access.backup_sharing_test

import data.access.backup_sharing

_backup := {"id": "b", "is_public": false, "shared_with": ["111122223333"], "vendor_accounts_read": true}

_vendor := {"id": "v", "cloud_account_ids": ["111122223333"], "status": "active", "relationship_end_date": "none"}

_own := {"id": "organization", "cloud_account_ids": ["210987654321"]}

_answer(backup, vendors, organizations) := answer if {
	document := {
		"as_of": "2026-11-21",
		"parameters": {"own_accounts": ["999900001111"]},
		"resources": [backup],
		"related": {
			"vendor": {vendor.id: vendor | some vendor in vendors},
			"organization": {organization.id: organization | some organization in organizations},
		},
		"links": {
			"vendor": {"b": [vendor.id | some vendor in vendors]},
			"organization": {"b": [organization.id | some organization in organizations]},
		},
	}
	answer := backup_sharing.verdicts.b with input as document
}

_reason_of(facts) := _answer(object.union(_backup, facts), [], [_own]).reason

_reason_with(flaw) := _answer(_backup, [object.union(_vendor, flaw)], [_own]).reason

_reason_without(fact) := _answer(_backup, [object.remove(_vendor, [fact])], [_own]).reason

test_pass_when_it_is_shared_with_nobody if {
	_answer({"id": "b", "is_public": false, "shared_with": []}, [], []) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{"field": "/is_public", "actual": false}, {"field": "/shared_with", "actual": []}],
	}
}

test_pass_when_the_account_is_an_own_one if {
	_reason_of({"shared_with": ["210987654321", "999900001111"]}) == "pass"
	_answer(object.union(_backup, {"shared_with": ["999900001111"]}), [], []).reason == "pass"
}

test_pass_when_the_account_is_that_of_an_engaged_vendor if {
	_answer(_backup, [_vendor], []).reason == "pass"
	_reason_with({"status": "offboarding", "relationship_end_date": "2026-11-21"}) == "pass"
}

test_fail_when_it_is_public if {
	_answer({"id": "b", "is_public": true}, [], []) == {
		"verdict": "fail",
		"reason": "public",
		"evidence": [{"field": "/is_public", "actual": true, "expected": false}],
	}
}

test_fail_when_the_account_is_in_no_register if {
	shared := {"shared_with": ["210987654321", "111122223333"]}
	_answer(object.union(_backup, shared), [], [_own]) == {"verdict": "fail", "reason": "not_registered", "evidence": [{
		"field": "/shared_with",
		"actual": ["111122223333"],
	}]}
}

test_fail_when_the_vendor_is_not_engaged_any_more if {
	flaws := [{"status": "ended"}, {"relationship_end_date": "2026-11-20"}]
	count([flaw | some flaw in flaws; _reason_with(flaw) == "not_registered"]) == 2
}

test_fail_when_a_stranger_was_read_and_publicity_was_not if {
	_answer(object.remove(_backup, ["is_public"]), [], [_own]).reason == "not_registered"
}

test_unknown_when_a_register_was_not_read_wholly if {
	_answer(_backup, [], []).reason == "register_unread"
	_answer(_backup, [], [{"id": "organization"}]).reason == "register_unread"
	_answer(object.remove(_backup, ["vendor_accounts_read"]), [], [_own]).reason == "register_unread"
}

test_unknown_when_a_fact_of_the_vendor_was_not_read if {
	count([fact | some fact in ["status", "relationship_end_date"]; _reason_without(fact) == "register_unread"]) == 2
}

test_unknown_when_sharing_was_not_read if {
	_answer({"id": "b"}, [], [_own]).reason == "sharing_unread"
	_answer({"id": "b", "is_public": false}, [], [_own]).reason == "sharing_unread"
	_answer({"id": "b", "shared_with": []}, [], [_own]).reason == "sharing_unread"
}

test_not_applicable_when_the_data_are_public if _reason_of({"is_public": true, "data_level": "public"}) == "public_data"

test_every_backup_is_answered if {
	document := {"parameters": {"own_accounts": []}, "resources": [{"id": "x"}, {"id": "y"}]}
	answers := backup_sharing.verdicts with input as document
	count(answers) == 2
}
