package least_privilege.access_grant_job_role_test

import data.least_privilege.access_grant_job_role

_granted := {
	"id": "g",
	"principal_type": "account",
	"data_level": "personal",
	"actions": ["read"],
	"scope": "object",
	"resource_id": "pg:crm:public.customer",
	"role_definition_id": "none",
	"holder_account_id": "a",
	"people_ids": ["p"],
	"people_read": true,
}

_staff := {
	"p": {"id": "p", "job_function": "clerk", "job_role_ids": ["d"], "job_roles_read": true},
	"q": {"id": "q", "job_function": "guard", "job_role_ids": [], "job_roles_read": true},
	"u": {"id": "u", "job_role_ids": []},
}

_reader := {
	"approved_by_staff_id": "boss",
	"allowed_actions": ["read"],
	"scope": "object",
	"allowed_resource_ids": ["pg:crm"],
}

_accounts := {"a": {"kind": "human"}, "s": {"kind": "service"}}

_roles := {"app": {"kind": "application", "can_login": true}, "group": {"kind": "human", "can_login": false}}

_seen(grant, role, whole) := answer if {
	document := {
		"resources": [grant],
		"related": {
			"staff_member": _staff,
			"role_definition": {"d": role},
			"identity_account": _accounts,
			"database_role": _roles,
		},
		"complete": {"role_definition": whole},
	}
	answer := access_grant_job_role.verdicts.g with input as document
}

_answer(facts) := _seen(object.union(_granted, facts), _reader, true)

_reason_of(facts) := _answer(facts).reason

_reason_without(names) := _seen(object.remove(_granted, names), _reader, true).reason

_service := {"people_ids": [], "holder_account_id": "s"}

_actions(actions) := {"field": "/actions", "actual": actions}

_job(id, job) := {"field": sprintf("/staff_member/%s/job_function", [id]), "actual": job}

test_pass_when_the_job_allows_every_action if {
	_seen(_granted, _reader, false) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [_actions(["read"]), _job("p", "clerk")],
	}
}

test_pass_when_a_service_stays_within_its_role if {
	_answer(object.union(_service, {"role_definition_id": "d"})).evidence == [
		_actions(["read"]),
		{"field": "/role_definition_id", "actual": "d"},
	]
}

test_fail_when_an_action_is_beyond_the_job if {
	_answer({"actions": ["read", "delete"], "people_read": "no"}) == {
		"verdict": "fail",
		"reason": "beyond_job",
		"evidence": [_actions(["delete"]), _job("p", "clerk")],
	}
	_reason_of({"people_ids": ["p", "q"]}) == "beyond_job"
	_seen(_granted, object.union(_reader, {"approved_by_staff_id": "none"}), true).reason == "beyond_job"
}

test_fail_when_a_service_exceeds_its_role if {
	_answer(_service).evidence == [_actions(["read"]), {"field": "/role_definition_id", "actual": "none"}]
	_reason_of(object.union(_service, {"role_definition_id": "d", "actions": ["delete"]})) == "beyond_role"
	app := {"people_ids": [], "principal_type": "database_role", "principal_id": "app"}
	_reason_of(app) == "beyond_role"
}

test_unknown_without_a_whole_catalogue if {
	_seen(object.union(_granted, {"actions": ["delete"]}), _reader, false).reason == "roles_undecided"
	_seen(object.union(_granted, _service), _reader, false).reason == "roles_undecided"
}

test_unknown_when_people_or_jobs_were_not_read if {
	_reason_of({"people_read": "no"}) == "roles_undecided"
	_reason_of({"people_ids": ["u"]}) == "roles_undecided"
	_reason_of({"people_ids": [], "people_read": "no"}) == "roles_undecided"
	_reason_of({"people_ids": []}) == "roles_undecided"
	_reason_of(object.union(_service, {"role_definition_id": "x"})) == "roles_undecided"
}

test_unknown_when_a_fact_of_the_grant_was_not_read if {
	names := ["actions", "scope", "resource_id"]
	count([name | some name in names; _reason_without([name]) == "roles_undecided"]) == 3
}

test_not_applicable_when_no_job_is_needed if {
	_reason_of({"data_level": "public"}) == "harmless_data"
	_reason_of({"actions": []}) == "allows_nothing"
	_reason_of({"principal_type": "external"}) == "outsider"
	_reason_of({"principal_type": "group", "people_ids": []}) == "nobody"
	_reason_of({"principal_type": "database_role", "principal_id": "group", "people_ids": []}) == "nobody"
}

test_every_grant_is_answered if {
	answers := access_grant_job_role.verdicts with input as {"resources": [{"id": "a"}, {"id": "b"}]}
	count(answers) == 2
}
