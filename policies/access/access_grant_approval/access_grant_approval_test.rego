package access.access_grant_approval_test

import data.access.access_grant_approval

_role := {"approved_by_staff_id": "boss", "jobs": ["clerk"]}

# Approved and given on 2026-11-10, without a job role.
_granted := {
	"id": "g",
	"principal_type": "account",
	"data_level": "personal",
	"origin": "granted",
	"approval_id": "A-1",
	"approved_by_staff_id": "boss",
	"approved_at": "2026-11-10",
	"days_since_approved": 11,
	"granted_at": "2026-11-10",
	"days_since_granted": 11,
	"days_since_given": 11,
	"role_definition_id": "none",
	"people_ids": ["p"],
	"people_read": true,
}

_seen(grant, role) := answer if {
	document := {
		"parameters": {"late_approval_lookback_days": 365},
		"resources": [grant],
		"related": {
			"staff_member": {"p": {"id": "p", "job": "clerk"}, "u": {"id": "u"}},
			"role_definition": {"r": role},
		},
	}
	answer := access_grant_approval.verdicts.g with input as document
}

_but(facts) := object.union(_granted, facts)

_reason_of(facts) := _seen(_but(facts), _role).reason

_reason_without(names) := _seen(object.remove(_granted, names), _role).reason

_blank := {"approval_id": "none", "approved_by_staff_id": "none", "approved_at": "none", "days_since_approved": "none"}

_by_role := object.union(_blank, {"role_definition_id": "r"})

_given(days) := {"days_since_granted": days, "days_since_given": days}

_seen_first(facts) := object.union(
	{"granted_at": "unknown", "days_since_granted": "unknown", "days_since_given": 20},
	facts,
)

test_pass_when_approved_before_by_another if {
	_seen(_granted, _role) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/approved_by_staff_id", "actual": "boss"},
		{"field": "/approved_at", "actual": "2026-11-10"},
	]}
	_reason_of({"people_ids": []}) == "pass"
}

test_pass_when_a_late_approval_lies_far_back if _reason_of(_given(366)) == "pass"

test_pass_when_given_before_the_first_snapshot if {
	_reason_of(_seen_first({"first_seen_is_baseline": true})) == "pass"
}

test_pass_when_the_job_role_justifies_it if {
	_seen(_but(_by_role), _role).evidence == [{"field": "/role_definition_id", "actual": "r"}]
}

test_fail_when_not_approved if {
	_seen(_but(_blank), _role) == {"verdict": "fail", "reason": "not_approved", "evidence": [{
		"field": "/approval_id",
		"actual": "none",
	}]}
	_reason_of({"approved_by_staff_id": "none"}) == "not_approved"
	_reason_of({"approved_at": "none"}) == "not_approved"
}

test_fail_when_the_job_role_does_not_justify_it if {
	_seen(_but(_by_role), {"approved_by_staff_id": "none", "jobs": ["clerk"]}).reason == "not_approved"
	_seen(_but(_by_role), {"approved_by_staff_id": "boss", "jobs": ["dba"]}).reason == "not_approved"
}

test_fail_when_approved_by_its_holder if {
	_seen(_but({"people_ids": ["p", "boss"], "people_read": "no"}), _role).evidence == [{
		"field": "/approved_by_staff_id",
		"actual": "boss",
	}]
}

test_fail_when_approved_late if {
	_seen(_but(_given(12)), _role).evidence == [
		{"field": "/approved_at", "actual": "2026-11-10"},
		{"field": "/days_since_given", "actual": 12},
	]
	_reason_of(_given(365)) == "approved_late"
	_reason_of(_seen_first({"first_seen_is_baseline": false})) == "approved_late"
}

test_unknown_when_a_fact_was_not_read if {
	names := ["approval_id", "approved_by_staff_id", "approved_at", "people_read", "days_since_given"]
	gone := {"approved_at": ["days_since_approved"]}
	count([name | some name in names; _reason_without(object.get(gone, name, [name])) == "approval_unread"]) == 5
	_reason_of(_seen_first({})) == "approval_unread"
	_reason_of(object.union(_given(366), {"days_since_approved": -1})) == "approval_unread"
}

test_unknown_when_the_job_role_is_undecided if {
	_seen(object.remove(_but(_blank), ["role_definition_id"]), _role).reason == "approval_unread"
	_seen(_but(_by_role), {"approved_by_staff_id": "boss"}).reason == "approval_unread"
	_reason_of(object.union(_by_role, {"people_ids": ["u"]})) == "approval_unread"
	_reason_of(object.union(_by_role, {"people_ids": []})) == "approval_unread"
	_reason_of(object.union(_by_role, {"role_definition_id": "x"})) == "approval_unread"
}

test_not_applicable_when_no_decision_is_needed if {
	_reason_of({"data_level": "internal"}) == "not_personal"
	_reason_of({"principal_type": "public"}) == "public"
	_reason_of({"origin": "owner"}) == "not_granted"
}

test_every_grant_is_answered if {
	document := {"parameters": {"late_approval_lookback_days": 365}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := access_grant_approval.verdicts with input as document
	count(answers) == 2
}
