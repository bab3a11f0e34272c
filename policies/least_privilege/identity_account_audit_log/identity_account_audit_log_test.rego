package least_privilege.identity_account_audit_log_test

import data.least_privilege.identity_account_audit_log

_admin := {"id": "a", "privileged": true, "enabled": true, "role_ids": ["r"], "administered_read": true}

_seen(account, logs, whole) := answer if {
	document := {
		"resources": [object.union(_admin, account)],
		"related": {"log_source": logs},
		"links": {"log_source": {"a": [id | some id, _ in logs]}},
		"complete": {"log_source": whole},
	}
	answer := identity_account_audit_log.verdicts.a with input as document
}

_reason_of(account, logs) := _seen(account, logs, true).reason

_log(writers) := {"l": {"id": "l", "writer_admin_ids": writers}}

_shown(writers) := [{"field": "/log_source/l/writer_admin_ids", "actual": writers}]

test_pass_when_others_manage_the_log if {
	_seen({}, _log(["b"]), true) == {"verdict": "pass", "reason": "pass", "evidence": _shown(["b"])}
	_reason_of({}, _log([])) == "pass"
}

test_fail_when_the_account_or_a_role_of_it_manages_the_log if {
	_seen({"administered_read": "no"}, _log(["b", "a"]), false) == {
		"verdict": "fail",
		"reason": "manages_own_log",
		"evidence": _shown(["b", "a"]),
	}
	_reason_of({}, _log(["r"])) == "manages_own_log"
}

test_fail_when_one_log_of_several_is_managed if {
	_reason_of({}, {"k": {"id": "k"}, "l": {"id": "l", "writer_admin_ids": ["a"]}}) == "manages_own_log"
}

test_unknown_when_the_writers_were_not_read if _reason_of({}, {"l": {"id": "l"}}) == "log_out_of_sight"

test_unknown_when_rights_or_logs_are_out_of_sight if {
	_reason_of({"administered_read": "no"}, _log(["b"])) == "log_out_of_sight"
	_reason_of({"administered_read": "no"}, {}) == "log_out_of_sight"
	_seen({}, _log(["b"]), false).reason == "log_out_of_sight"
	_seen({}, {}, false).reason == "log_out_of_sight"
}

test_unknown_when_privileged_was_not_read if {
	document := {
		"resources": [object.remove(_admin, ["privileged"])],
		"related": {"log_source": _log(["a"])},
		"links": {"log_source": {"a": ["l"]}},
		"complete": {"log_source": true},
	}
	answers := identity_account_audit_log.verdicts with input as document
	answers.a.reason == "log_out_of_sight"
}

test_not_applicable_when_the_duty_does_not_bind if {
	_reason_of({"privileged": false}, _log(["a"])) == "no_administrator"
	_reason_of({"enabled": false}, _log(["a"])) == "disabled"
	_reason_of({}, {}) == "no_log"
}

test_every_account_is_answered if {
	document := {
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"log_source": {"a": [], "b": []}},
	}
	answers := identity_account_audit_log.verdicts with input as document
	count(answers) == 2
}
