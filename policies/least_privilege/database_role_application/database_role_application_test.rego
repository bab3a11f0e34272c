package least_privilege.database_role_application_test

import data.least_privilege.database_role_application

_answer(facts) := answer if {
	document := {"parameters": {}, "resources": [object.union({"id": "r"}, facts)]}
	answer := database_role_application.verdicts.r with input as document
}

_reason_of(facts) := _answer(facts).reason

_application(facts) := _reason_of(object.union({"kind": "application"}, facts))

_harmless := {
	"is_superuser": false,
	"can_create_role": false,
	"bypass_row_security": false,
	"dangerous_privileges": [],
	"ddl_privileges": false,
}

_with(facts) := object.union(_harmless, facts)

test_pass_when_the_role_holds_none_of_the_rights if {
	_answer(_with({"kind": "application"})) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/is_superuser", "actual": false, "expected": false},
		{"field": "/can_create_role", "actual": false, "expected": false},
		{"field": "/bypass_row_security", "actual": false, "expected": false},
		{"field": "/dangerous_privileges", "actual": [], "expected": []},
		{"field": "/ddl_privileges", "actual": false, "expected": false},
	]}
}

test_pass_when_kind_was_not_read_and_no_right_is_held if _reason_of(_harmless) == "pass"

test_pass_when_a_service_migrates if {
	_reason_of(_with({"kind": "service", "ddl_privileges": true, "is_migration_role": true})) == "pass"
}

test_pass_when_a_migration_role_has_ddl_rights_unread if {
	facts := object.remove(_with({"kind": "service", "is_migration_role": true}), ["ddl_privileges"])
	_answer(facts).evidence[4] == {"field": "/is_migration_role", "actual": true}
}

test_fail_when_an_application_is_superuser_and_nothing_else_was_read if {
	_application({"is_superuser": true}) == "superuser"
}

test_fail_when_an_application_creates_roles if _application({"can_create_role": true}) == "creates_roles"

test_fail_when_an_application_bypasses_row_security if {
	_application({"bypass_row_security": true}) == "bypasses_row_security"
}

test_fail_when_an_application_holds_a_dangerous_privilege if {
	_application({"dangerous_privileges": ["FILE"]}) == "dangerous_privileges"
}

test_fail_when_an_application_changes_objects if {
	_application(_with({"ddl_privileges": true, "is_migration_role": false})) == "changes_objects"
}

test_fail_when_a_migration_role_is_superuser if {
	_application({"is_superuser": true, "is_migration_role": true}) == "superuser"
}

test_unknown_when_migration_was_not_read if _application(_with({"ddl_privileges": true})) == "rights_unread"

test_unknown_when_a_right_was_not_read if {
	reasons := {_application(object.remove(_harmless, [right])) | some right, _ in _harmless}
	reasons == {"rights_unread"}
}

test_unknown_when_kind_was_not_read_and_a_right_is_held if _reason_of(_with({"is_superuser": true})) == "kind_unread"

test_unknown_when_kind_was_not_read_and_the_role_migrates if {
	_reason_of(_with({"ddl_privileges": true, "is_migration_role": true})) == "kind_unread"
}

test_not_applicable_when_a_human_administers if _reason_of({"kind": "human", "is_superuser": true}) == "no_application"

test_every_role_is_answered if {
	document := {"parameters": {}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := database_role_application.verdicts with input as document
	count(answers) == 2
}
