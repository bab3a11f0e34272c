package least_privilege.database_instance_superusers_test

import data.least_privilege.database_instance_superusers

_parameters := {"max_superusers": 2, "max_break_glass": 1}

_accounts := {"h": {"kind": "human"}, "b": {"kind": "break_glass"}, "u": {"id": "u"}}

_seen(facts, roles, whole) := answer if {
	database := object.union({"engine": "postgresql", "roles_read": whole}, facts)
	document := {
		"parameters": _parameters,
		"resources": [object.union({"id": "d"}, database)],
		"related": {
			"database_role": {sprintf("%d", [i]): object.union(role, {"id": sprintf("%d", [i])}) | some i, role in roles},
			"identity_account": _accounts,
		},
		"links": {"database_role": {"d": [sprintf("%d", [i]) | some i, _ in roles]}},
	}
	answers := database_instance_superusers.verdicts with input as document
	answer := answers.d
}

_reason_of(roles) := _seen({}, roles, true).reason

_admin(account) := {
	"name": account,
	"is_superuser": true,
	"can_login": true,
	"kind": "human",
	"account_id": account,
}

_but(facts) := object.union(_admin("h"), facts)

_shown(names, limit) := [{"field": "/superusers", "actual": names, "expected": limit}]

test_pass_when_few_and_one_sealed if {
	_seen({}, [_admin("h"), _admin("h"), _admin("b")], true) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": _shown(["h", "h", "b"], 3),
	}
}

test_pass_when_others_do_not_count if {
	others := [_but({"is_superuser": false}), _but({"can_login": false}), _but({"kind": "builtin"})]
	_seen({}, others, true).evidence == _shown([], 2)
	_reason_of([]) == "pass"
}

test_fail_when_too_many if {
	_seen({}, [_admin("h"), _admin("h"), _admin("h")], true) == {
		"verdict": "fail",
		"reason": "too_many_superusers",
		"evidence": _shown(["h", "h", "h"], 2),
	}
	_seen({}, [_admin("h"), _admin("h"), _admin("h"), _admin("u")], false).reason == "too_many_superusers"
	_reason_of([_admin("h"), _admin("b"), _admin("b"), _admin("b")]) == "too_many_superusers"
	_reason_of([_admin("h"), _admin("h"), _but({"account_id": "none"})]) == "too_many_superusers"
}

test_unknown_when_a_role_may_count if {
	unread_kind := object.remove(_admin("h"), ["kind"])
	_reason_of([_admin("h"), _admin("h"), unread_kind]) == "roles_unread"
	_reason_of([_admin("h"), _admin("h"), object.remove(_admin("h"), ["is_superuser"])]) == "roles_unread"
	_reason_of([_admin("h"), _admin("h"), _admin("u")]) == "roles_unread"
	_reason_of([_admin("h"), _admin("h"), _admin("x")]) == "roles_unread"
}

test_unknown_when_roles_were_read_partly if _seen({}, [_admin("h")], false).reason == "roles_unread"

test_not_applicable_without_superusers if _seen({"engine": "dynamodb"}, [], true).reason == "no_superusers"

test_every_database_is_answered if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"database_role": {"a": [], "b": []}},
	}
	answers := database_instance_superusers.verdicts with input as document
	count(answers) == 2
}
