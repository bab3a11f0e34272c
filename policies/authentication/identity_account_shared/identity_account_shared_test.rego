package authentication.identity_account_shared_test

import data.authentication.identity_account_shared

_parameters := {"generic_names": ["Admin", "dba", "公共"]}

_answer(facts) := answer if {
	document := {"parameters": _parameters, "resources": [object.union({"id": "a"}, facts)]}
	answer := identity_account_shared.verdicts.a with input as document
}

_reason_of(facts) := _answer(facts).reason

_human(name, facts) := object.union({"kind": "human", "enabled": true, "expired": false, "login_name": name}, facts)

_none := {"staff_id": "none", "has_person": false}

_person := {"staff_id": "p", "has_person": true}

test_pass_when_the_name_is_personal if {
	_answer(_human("li.wei", _none)) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/kind", "actual": "human"},
		{"field": "/login_name", "actual": "li.wei"},
	]}
	_reason_of(_human("li.wei", {})) == "pass"
}

test_pass_when_one_person_stands_behind_a_generic_name if {
	_answer(_human("dba", _person)).evidence == [
		{"field": "/kind", "actual": "human"},
		{"field": "/staff_id", "actual": "p"},
	]
	_reason_of({"kind": "vendor", "staff_id": "p", "has_person": true}) == "pass"
}

test_pass_when_no_person_is_meant_to_use_it if {
	_reason_of({"kind": "service", "login_name": "admin"}) == "pass"
	_reason_of({"kind": "root", "login_name": "root"}) == "pass"
	_reason_of({"kind": "break_glass"}) == "pass"
}

test_fail_when_shared if {
	_answer({"kind": "shared"}) == {"verdict": "fail", "reason": "shared", "evidence": [{
		"field": "/kind",
		"actual": "shared",
	}]}
}

test_fail_when_generic_and_without_a_person if {
	_answer(_human("dba", _none)).evidence == [
		{"field": "/login_name", "actual": "dba"},
		{"field": "/staff_id", "actual": "none"},
	]
	_reason_of(_human("公共", _none)) == "generic"
	_reason_of(object.union(_human("admin", _none), {"kind": "vendor"})) == "generic"
}

test_unknown_when_the_kind_was_not_read if {
	_reason_of({"login_name": "admin", "staff_id": "none", "has_person": false}) == "holder_undecided"
}

test_unknown_when_the_person_behind_a_generic_name_was_not_read if _reason_of(_human("dba", {})) == "holder_undecided"

test_not_applicable_when_disabled if _reason_of({"kind": "shared", "enabled": false}) == "disabled"

test_not_applicable_when_expired if _reason_of({"kind": "shared", "expired": true}) == "expired"

test_every_account_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := identity_account_shared.verdicts with input as document
	count(answers) == 2
}
