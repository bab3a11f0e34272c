package logging.database_instance_audit_test

import data.logging.database_instance_audit

_everything := ["connect", "role", "ddl", "dml", "select"]

_parameters := {
	"scope_by_level": {
		"internal": ["connect", "role", "ddl"],
		"personal": ["connect", "role", "ddl"],
		"sensitive": _everything,
	},
	"engine_scope": {"dynamodb": ["ddl", "dml", "select"]},
}

_audited := {
	"engine": "postgresql",
	"judged_level": "personal",
	"audit_enabled": true,
	"audit_scope": ["connect", "role", "ddl"],
	"log_source_id": "log",
}

_answer(facts) := answer if {
	document := {"parameters": _parameters, "resources": [object.union({"id": "db"}, facts)]}
	answer := database_instance_audit.verdicts.db with input as document
}

_with(facts) := _answer(object.union(_audited, facts)).reason

_without(field) := _answer(object.remove(_audited, [field])).reason

test_pass_when_the_level_is_recorded if {
	_answer(_audited) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/audit_enabled", "actual": true, "expected": true},
		{"field": "/audit_scope", "actual": ["connect", "role", "ddl"], "expected": ["connect", "role", "ddl"]},
		{"field": "/log_source_id", "actual": "log"},
	]}
}

test_pass_when_internal_data_are_recorded if _with({"data_level": "internal", "judged_level": "internal"}) == "pass"

test_pass_when_a_service_records_all_that_it_knows if {
	_with({"engine": "dynamodb", "judged_level": "sensitive", "audit_scope": ["ddl", "dml", "select"]}) == "pass"
}

test_fail_when_audit_is_off_and_scope_was_not_read if {
	_answer({"judged_level": "sensitive", "audit_enabled": false}).reason == "audit_off"
}

test_fail_when_roles_are_not_recorded if {
	_answer({"judged_level": "personal", "audit_scope": ["connect", "ddl"]}) == {
		"verdict": "fail",
		"reason": "scope_too_small",
		"evidence": [{
			"field": "/audit_scope",
			"actual": ["connect", "ddl"],
			"expected": ["connect", "role", "ddl"],
		}],
	}
}

test_fail_when_reads_of_sensitive_data_are_not_recorded if {
	_with({"judged_level": "sensitive", "audit_scope": ["connect", "role", "ddl", "dml"]}) == "scope_too_small"
}

test_fail_when_the_log_goes_nowhere if _with({"log_source_id": "none"}) == "no_destination"

test_fail_when_engine_was_not_read_and_scope_is_that_of_a_service if {
	facts := object.union(_audited, {"judged_level": "sensitive", "audit_scope": ["ddl", "dml", "select"]})
	_answer(object.remove(facts, ["engine"])).reason == "scope_too_small"
}

test_unknown_when_scope_was_not_read if _without("audit_scope") == "audit_unread"

test_unknown_when_audit_was_not_read if _without("audit_enabled") == "audit_unread"

test_unknown_when_destination_was_not_read if _without("log_source_id") == "audit_unread"

test_unknown_when_no_scope_is_set_for_the_level if _with({"judged_level": "important"}) == "audit_unread"

test_not_applicable_when_data_are_public if _with({"data_level": "public", "audit_enabled": false}) == "public_data"

test_every_database_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := database_instance_audit.verdicts with input as document
	count(answers) == 2
}
