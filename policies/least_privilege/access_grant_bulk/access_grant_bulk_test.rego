package least_privilege.access_grant_bulk_test

import data.least_privilege.access_grant_bulk

# A clerk reads a table without row security.
_granted := {
	"id": "g",
	"data_level": "personal",
	"actions": ["read"],
	"origin": "granted",
	"scope": "object",
	"masked_view_only": false,
	"principal_type": "database_role",
	"resource_type": "database_table",
	"resource_id": "t",
	"people_ids": ["c"],
	"people_read": true,
	"role_ids": ["r"],
	"roles_read": true,
}

_staff := {
	"c": {"id": "c", "job": "clerk", "job_function": "clerk"},
	"d": {"id": "d", "job": "dba", "job_function": "DBA"},
	"u": {"id": "u"},
}

_open := {"row_security_enabled": false, "row_policy_count": 0}

_filtered := {"row_security_enabled": true, "row_policy_count": 2}

_bound := {"bypass_row_security": false, "is_superuser": false}

_seen(grant, table, role) := answer if {
	document := {
		"parameters": {"bulk_jobs": ["dba"]},
		"resources": [grant],
		"related": {"staff_member": _staff, "database_table": {"t": table}, "database_role": {"r": role}},
	}
	answer := access_grant_bulk.verdicts.g with input as document
}

_answer(facts, table, role) := _seen(object.union(_granted, facts), table, role)

_reason_of(facts, table, role) := _answer(facts, table, role).reason

_reason_without(names) := _seen(object.remove(_granted, names), _open, _bound).reason

test_pass_when_row_policies_filter if {
	_answer({}, _filtered, _bound) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/database_table/t/row_policy_count",
		"actual": 2,
	}]}
}

test_pass_when_only_a_part_is_reached if {
	_reason_of({"scope": "record_subset"}, _open, _bound) == "pass"
	_reason_of({"masked_view_only": true}, _open, _bound) == "pass"
}

test_pass_when_the_job_needs_all_records if {
	_answer({"people_ids": ["d"]}, _open, _bound).evidence == [{
		"field": "/staff_member/d/job_function",
		"actual": "DBA",
	}]
}

test_fail_when_an_ordinary_job_reads_all if {
	_answer({"people_ids": ["c", "d"], "people_read": "no"}, _open, _bound) == {
		"verdict": "fail",
		"reason": "reads_all_records",
		"evidence": [
			{"field": "/scope", "actual": "object", "expected": "record_subset"},
			{"field": "/staff_member/c/job_function", "actual": "clerk"},
		],
	}
	_reason_of({}, {"row_security_enabled": true, "row_policy_count": 0}, _bound) == "reads_all_records"
	_reason_of({"resource_type": "storage_bucket"}, {}, {}) == "reads_all_records"
	_reason_of({"scope": "all_objects"}, _open, _bound) == "reads_all_records"
}

test_fail_when_row_policies_do_not_bind if {
	_reason_of({}, _filtered, {"bypass_row_security": true}) == "reads_all_records"
	_reason_of({}, _filtered, {"is_superuser": true}) == "reads_all_records"
	_reason_of({"origin": "owner"}, _filtered, _bound) == "reads_all_records"
}

test_unknown_when_a_fact_was_not_read if {
	names := ["scope", "masked_view_only", "people_ids", "resource_type"]
	count([name | some name in names; _reason_without([name]) == "breadth_unread"]) == 4
	_reason_of({"people_ids": ["u"]}, _open, _bound) == "breadth_unread"
	_reason_of({}, {}, _bound) == "breadth_unread"
	_reason_of({}, _filtered, {"is_superuser": false}) == "breadth_unread"
	_reason_of({"roles_read": "no"}, _filtered, _bound) == "breadth_unread"
	_reason_of({"people_ids": [], "people_read": "no"}, _open, _bound) == "breadth_unread"
}

test_not_applicable_when_no_staff_reads_customers if {
	_reason_of({"actions": ["write"]}, _open, _bound) == "shows_nothing"
	_reason_of({"data_level": "internal"}, _open, _bound) == "not_personal"
	_reason_of({"principal_type": "external"}, _open, _bound) == "outsider"
	_reason_of({"people_ids": []}, _open, _bound) == "nobody"
}

test_every_grant_is_answered if {
	document := {"parameters": {"bulk_jobs": []}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := access_grant_bulk.verdicts with input as document
	count(answers) == 2
}
