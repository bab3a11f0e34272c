package sharing.data_share_approval_test

import data.sharing.data_share_approval

_good := {
	"id": "d",
	"approved_by_staff_id": "s",
	"approved_at": "2026-05-01",
	"executed_at": "2026-05-01",
	"days_since_approved": 204,
	"days_since_executed": 204,
	"days_since_end": "ongoing",
	"legal_basis": "contract",
	"deidentified": "none",
}

_judge(share) := answer if {
	document := {
		"parameters": {"lookback_days": 1095},
		"resources": [share],
		"related": {"data_asset": {"open": {"data_level": "public"}, "closed": {"data_level": "personal"}}},
	}
	answer := data_share_approval.verdicts.d with input as document
}

_with(facts) := _judge(object.union(_good, facts)).reason

test_pass_when_approved_by_then if {
	_judge(_good) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/approved_by_staff_id", "actual": "s"},
		{"field": "/approved_at", "actual": "2026-05-01"},
		{"field": "/executed_at", "actual": "2026-05-01"},
	]}
}

test_pass_when_anonymised_without_a_basis if _with({"legal_basis": "none", "deidentified": "anonymised"}) == "pass"

test_fail_when_nobody_approved if _with({"approved_by_staff_id": "none"}) == "nobody_approved"

test_fail_when_not_approved if _with({"approved_at": "none"}) == "not_approved"

test_fail_when_approved_afterwards if _with({"days_since_approved": 203}) == "approved_afterwards"

test_fail_without_a_basis if _with({"legal_basis": "none"}) == "no_legal_basis"

test_unknown_when_a_fact_was_not_read if {
	_judge(object.remove(_good, ["approved_by_staff_id"])).reason == "approval_or_basis_unread"
	_judge(object.remove(_good, ["days_since_approved"])).reason == "approval_or_basis_unread"
	_judge(object.remove(_good, ["legal_basis"])).reason == "approval_or_basis_unread"
}

test_not_applicable_when_planned if _with({"days_since_executed": "none"}) == "planned"

test_not_applicable_before_the_period if _with({"days_since_end": 1096}) == "before_the_period"

test_not_applicable_to_public_data if {
	_with({"asset_ids": ["open"]}) == "not_personal"
	_with({"asset_ids": ["open", "closed"]}) == "pass"
	_with({"asset_ids": ["open", "gone"]}) == "pass"
	_with({"asset_ids": []}) == "pass"
}

test_every_share_is_answered if {
	document := {"parameters": {"lookback_days": 1095}, "resources": [{"id": "a"}, {"id": "b"}], "related": {}}
	answers := data_share_approval.verdicts with input as document
	count(answers) == 2
}
