package least_privilege.database_role_dangerous_test

import data.least_privilege.database_role_dangerous

_answer_with(accounts, facts) := answer if {
	document := {
		"parameters": {"monitoring_privileges": ["PROCESS", "pg_monitor"]},
		"resources": [object.union({"id": "r"}, facts)],
		"related": {"identity_account": accounts},
	}
	answer := database_role_dangerous.verdicts.r with input as document
}

_reason_of(facts) := _answer_with({}, facts).reason

_analyst := {"kind": "human", "account_id": "a", "is_superuser": false, "dangerous_privileges": ["FILE"]}

test_pass_when_nothing_dangerous_is_held if {
	_answer_with({}, {"kind": "application", "is_superuser": false, "dangerous_privileges": []}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [
			{"field": "/dangerous_privileges", "actual": []},
			{"field": "/is_superuser", "actual": false},
		],
	}
}

test_pass_when_kind_was_not_read_and_nothing_is_held if {
	_reason_of({"is_superuser": false, "dangerous_privileges": []}) == "pass"
}

test_unknown_when_nothing_is_held_and_superuser_was_not_read if {
	_reason_of({"kind": "application", "dangerous_privileges": []}) == "superuser_unread"
	_reason_of({"kind": "service", "dangerous_privileges": ["PROCESS"]}) == "superuser_unread"
}

test_unknown_when_a_superuser_may_be_no_person if {
	_reason_of({"is_superuser": true, "dangerous_privileges": []}) == "superuser_unread"
}

test_pass_when_a_service_only_monitors if {
	_reason_of({"kind": "service", "is_superuser": false, "dangerous_privileges": ["PROCESS"]}) == "pass"
}

test_pass_when_a_named_administrator_reads_files if {
	_reason_of({"kind": "human", "is_superuser": true, "dangerous_privileges": ["pg_read_server_files"]}) == "pass"
}

test_pass_when_the_account_of_the_person_is_privileged if {
	_answer_with({"a": {"privileged": true}}, _analyst).evidence == [{
		"field": "/identity_account/a/privileged",
		"actual": true,
	}]
}

test_fail_when_an_application_is_superuser if {
	_reason_of({"kind": "application", "is_superuser": true, "dangerous_privileges": []}) == "superuser"
}

test_fail_when_an_application_monitors if {
	_reason_of({"kind": "application", "dangerous_privileges": ["PROCESS"]}) == "held_without_a_person"
}

test_fail_when_a_service_does_more_than_monitor if {
	_reason_of({"kind": "service", "dangerous_privileges": ["PROCESS", "FILE"]}) == "held_without_a_person"
}

test_fail_when_an_analyst_reads_files if {
	_answer_with({"a": {"privileged": false}}, _analyst) == {
		"verdict": "fail",
		"reason": "held_by_no_administrator",
		"evidence": [
			{"field": "/dangerous_privileges", "actual": ["FILE"]},
			{"field": "/is_superuser", "actual": false},
		],
	}
}

test_fail_when_a_person_has_no_account if {
	_reason_of(object.union(_analyst, {"account_id": "none"})) == "held_by_no_administrator"
}

test_unknown_when_kind_was_not_read_and_a_privilege_is_held if {
	_reason_of({"dangerous_privileges": ["FILE"]}) == "holder_unread"
	_reason_of({"dangerous_privileges": ["PROCESS"]}) == "holder_unread"
}

test_unknown_when_the_account_was_not_read if _reason_of(_analyst) == "holder_unread"

test_unknown_when_the_rights_of_the_account_were_not_read if {
	_answer_with({"a": {}}, _analyst).reason == "holder_unread"
}

test_unknown_when_superuser_was_not_read if {
	_answer_with({"a": {"privileged": false}}, object.remove(_analyst, ["is_superuser"])).reason == "holder_unread"
}

test_unknown_when_privileges_were_not_read if {
	_reason_of({"kind": "service"}) == "privileges_unread"
	_reason_of({"kind": "application", "is_superuser": false}) == "privileges_unread"
}

test_not_applicable_when_the_role_comes_with_the_engine if {
	_reason_of({"kind": "builtin", "dangerous_privileges": ["FILE"]}) == "builtin"
}

test_every_role_is_answered if {
	document := {"parameters": {"monitoring_privileges": []}, "resources": [{"id": "a"}, {"id": "b"}], "related": {}}
	answers := database_role_dangerous.verdicts with input as document
	count(answers) == 2
}
