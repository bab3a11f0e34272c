package sharing.backup_approval_test

import data.sharing.backup_approval

_backup := {
	"id": "b",
	"source_id": "d",
	"is_public": false,
	"shared_with": ["111122223333"],
	"vendor_accounts_read": true,
}

_vendor := {"id": "v", "cloud_account_ids": ["111122223333"]}

_share := {"id": "s", "asset_ids": ["a"], "is_approved": true, "is_running": true}

_own := [{"id": "organization", "cloud_account_ids": ["210987654321"]}]

_related(shares, assets, organizations) := {
	"vendor": {"v": _vendor},
	"data_share": {share.id: share | some share in shares},
	"data_asset": {asset: {"id": asset} | some asset in assets},
	"organization": {organization.id: organization | some organization in organizations},
}

_document(backup, shares, assets, organizations) := {
	"parameters": {"own_accounts": ["999900001111"]},
	"resources": [backup],
	"related": _related(shares, assets, organizations),
	"links": {
		"vendor": {"b": ["v"]},
		"data_share": {"v": [share.id | some share in shares]},
		"data_asset": {"b": assets},
		"organization": {"b": [organization.id | some organization in organizations]},
	},
	"complete": {"data_share": true, "data_asset": true},
}

_answer(backup, shares) := answer if {
	answer := backup_approval.verdicts.b with input as _document(backup, shares, ["a"], _own)
}

_reason(backup, shares) := _answer(backup, shares).reason

_reason_read(complete, shares) := reason if {
	document := object.union(_document(_backup, shares, ["a"], _own), {"complete": complete})
	reason := backup_approval.verdicts.b.reason with input as document
}

_with(flaw) := [object.union(_share, flaw)]

_without(fact) := [object.remove(_share, [fact])]

test_pass_when_an_approved_share_covers_the_source if {
	_answer(_backup, [_share]) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/shared_with",
		"actual": ["111122223333"],
	}]}
	both := object.union(_backup, {"shared_with": ["111122223333", "210987654321"]})
	_reason(both, array.concat(_with({"id": "old", "is_running": false}), [_share])) == "pass"
}

test_fail_when_it_is_public if {
	_answer({"id": "b", "is_public": true}, []) == {
		"verdict": "fail",
		"reason": "public",
		"evidence": [{"field": "/is_public", "actual": true, "expected": false}],
	}
}

test_fail_when_there_is_no_share if _reason(_backup, []) == "not_approved"

test_fail_when_the_share_is_no_ground if {
	flaws := [{"is_approved": false}, {"is_running": false}, {"asset_ids": ["other"]}]
	count([flaw | some flaw in flaws; _reason(_backup, _with(flaw)) == "not_approved"]) == 3
}

test_fail_when_no_asset_lies_in_the_source if {
	document := _document(_backup, [_share], [], _own)
	backup_approval.verdicts.b.reason == "not_approved" with input as document
}

test_unknown_when_a_fact_of_the_share_was_not_read if {
	facts := ["is_approved", "is_running", "asset_ids"]
	count([fact | some fact in facts; _reason(_backup, _without(fact)) == "register_unread"]) == 3
}

test_unknown_when_a_register_was_not_read_wholly if {
	_reason_read({"data_share": false, "data_asset": true}, []) == "register_unread"
	_reason_read({"data_share": true, "data_asset": false}, _with({"asset_ids": ["other"]})) == "register_unread"
	_reason(object.remove(_backup, ["vendor_accounts_read"]), []) == "register_unread"
}

test_unknown_when_own_accounts_or_the_source_were_not_read if {
	bare := object.remove(_backup, ["source_id"])
	documents := [_document(_backup, [], ["a"], []), _document(bare, [_share], [], _own)]
	answers := [answer | some document in documents; answer := backup_approval.verdicts.b.reason with input as document]
	answers == ["register_unread", "register_unread"]
}

test_unknown_when_sharing_was_not_read if {
	_reason({"id": "b"}, []) == "sharing_unread"
	_reason({"id": "b", "is_public": false}, []) == "sharing_unread"
	_reason({"id": "b", "shared_with": []}, []) == "sharing_unread"
}

test_not_applicable_when_it_is_shared_with_own_accounts_at_most if {
	_reason({"id": "b", "is_public": false, "shared_with": []}, []) == "not_shared"
	_reason(object.union(_backup, {"shared_with": ["210987654321", "999900001111"]}), []) == "not_shared"
}

test_not_applicable_when_the_data_are_public if {
	_reason(object.union(_backup, {"is_public": true, "data_level": "none"}), []) == "public_data"
}

test_every_backup_is_answered if {
	document := {"parameters": {"own_accounts": []}, "resources": [{"id": "x"}, {"id": "y"}]}
	answers := backup_approval.verdicts with input as document
	count(answers) == 2
}
