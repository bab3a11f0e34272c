package access.identity_account_owner_test

import data.access.identity_account_owner

_answer(account, roles, complete) := answer if {
	document := {
		"resources": [object.union(_named, account)],
		"related": {"database_role": roles},
		"links": {"database_role": {"a": [id | some id, _ in roles]}},
		"complete": {"database_role": complete},
	}
	answer := identity_account_owner.verdicts.a with input as document
}

_named := {"id": "a", "staff_id": "p", "owner_staff_id": "p", "vendor_id": "v"}

_reason_of(account) := _answer(object.union({"enabled": true}, account), {}, true).reason

_orphan := {"enabled": true, "kind": "service", "owner_status": "none"}

_gone := ["none", "left", "unregistered"]

_nobody := ["none", "ended", "unregistered"]

_all(reason, accounts) if count([account | some account in accounts; _reason_of(account) == reason]) == count(accounts)

test_pass_when_a_person_in_service_stands_behind if {
	_all("pass", [{"kind": "human", "staff_status": status} | some status in ["active", "leave"]])
	_reason_of({"kind": "shared", "staff_status": "active"}) == "pass"
}

test_pass_shows_who_stands_behind if {
	_answer({"kind": "human", "staff_status": "leave"}, {}, false) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [
			{"field": "/staff_id", "actual": "p"},
			{"field": "/staff_status", "actual": "leave", "expected": ["active", "leave"]},
		],
	}
}

test_pass_when_a_bound_vendor_stands_behind if {
	_reason_of({"kind": "human", "staff_status": "none", "vendor_status": "active"}) == "pass"
	_all("pass", [{"kind": "vendor", "vendor_status": status} | some status in ["active", "offboarding"]])
}

test_pass_when_an_owner_in_service_is_named if {
	_all("pass", [{"kind": kind, "owner_status": "active"} | some kind in ["service", "shared", "break_glass", "root"]])
}

test_fail_when_nobody_stands_behind_a_person_account if {
	_all("nobody_behind", [{"kind": "human", "staff_status": status, "vendor_status": vendor} |
		some status in _gone
		some vendor in _nobody
	])
}

test_fail_when_no_vendor_stands_behind_a_vendor_account if {
	_all("no_vendor", [{"kind": "vendor", "vendor_status": status} | some status in _nobody])
}

test_fail_when_the_owner_is_gone if {
	_all("no_owner", [{"kind": kind, "owner_status": status} |
		some kind in ["service", "break_glass", "root"]
		some status in _gone
	])
}

test_fail_when_nobody_answers_for_a_shared_account if {
	_reason_of({"kind": "shared", "staff_status": "none", "owner_status": "left"}) == "nobody_responsible"
}

test_fail_when_a_role_is_not_built_in_or_roles_are_out_of_sight if {
	_answer(_orphan, {"r": {"kind": "application"}, "s": {"kind": "builtin"}}, true).reason == "no_owner"
	_answer(_orphan, {"s": {}}, true).reason == "no_owner"
	_answer(_orphan, {"s": {"kind": "builtin"}}, false).reason == "no_owner"
}

test_unknown_when_one_of_two_is_not_known if {
	_reason_of({"kind": "human", "staff_status": "left"}) == "owner_undecided"
	_reason_of({"kind": "human", "vendor_status": "none"}) == "owner_undecided"
	_reason_of({"kind": "shared", "owner_status": "left"}) == "owner_undecided"
}

test_unknown_when_the_kind_was_not_read if _reason_of({"staff_status": "active"}) == "owner_undecided"

test_unknown_when_the_state_of_an_orphan_was_not_read if {
	_answer({"kind": "service", "owner_status": "none"}, {}, true).reason == "owner_undecided"
}

test_not_applicable_when_disabled if _reason_of(object.union(_orphan, {"enabled": false})) == "disabled"

test_not_applicable_when_built_in if _answer(_orphan, {"s": {"kind": "builtin"}}, true).reason == "built_in"

test_every_account_is_answered if {
	document := {"resources": [{"id": "a"}, {"id": "b"}]}
	answers := identity_account_owner.verdicts with input as document
	count(answers) == 2
}
