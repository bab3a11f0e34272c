package access.identity_account_dormant_test

import data.access.identity_account_dormant

_seen(account, keys, grants, complete) := answer if {
	document := {
		"parameters": {"max_days": 90},
		"resources": [object.union({"id": "a", "credentials_complete": true}, account)],
		"related": {"credential": keys, "access_grant": grants},
		"links": {
			"credential": {"a": [id | some id, _ in keys]},
			"access_grant": {"a": [id | some id, _ in grants]},
		},
		"complete": {"access_grant": complete},
	}
	answer := identity_account_dormant.verdicts.a with input as document
}

_alone(account) := _seen(account, {}, {}, true).reason

_with_key(account, key) := _seen(account, {"k": key}, {}, true).reason

_with_grant(account, grant) := answer.reason if {
	answer := _seen(account, {}, {"g": object.union({"principal_type": "account"}, grant)}, true)
}

_human := {"kind": "human", "enabled": true, "days_since_created": 400}

_idle := object.union(_human, {"days_since_last_login": 91})

_silent := object.union(_human, {"days_since_last_login": "never"})

_new := object.union(_silent, {"days_since_created": 10})

_service := object.union(_silent, {"kind": "service"})

test_pass_when_disabled if _alone({"enabled": false}) == "pass"

test_pass_when_used_at_the_limit if {
	_seen(object.union(_human, {"days_since_last_login": 90}), {}, {}, false) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{"field": "/days_since_last_use", "actual": 90, "expected": "<= 90"}],
	}
}

test_pass_when_a_key_or_a_right_was_used if {
	_with_key(_service, {"active": true, "days_since_last_used": 1}) == "pass"
	_with_grant(_service, {"days_since_last_used": 1}) == "pass"
}

test_pass_when_new_and_unused if {
	_alone(_new) == "pass"
	_with_key(_new, {"active": true, "days_since_last_used": "never"}) == "pass"
	_with_key(_new, {"active": false, "days_since_last_used": 300}) == "pass"
	_with_grant(_new, {"days_since_last_used": "never"}) == "pass"
}

test_fail_when_nothing_was_used_within_the_limit if {
	_seen(_idle, {}, {}, true).evidence == [
		{"field": "/enabled", "actual": true, "expected": false},
		{"field": "/days_since_last_use", "actual": 91, "expected": "<= 90"},
	]
	_with_key(_idle, {"active": true, "days_since_last_used": 200}) == "dormant"
	_with_key(_idle, {"active": false, "days_since_last_used": 1}) == "dormant"
}

test_fail_when_old_and_never_used if {
	_seen(_silent, {}, {}, true).evidence == [
		{"field": "/enabled", "actual": true, "expected": false},
		{"field": "/days_since_created", "actual": 400, "expected": "<= 90"},
	]
	_with_key(_service, {"active": true, "days_since_last_used": "never"}) == "never_used"
	_with_grant(_service, {"days_since_last_used": "never"}) == "never_used"
}

test_fail_of_a_person_when_no_source_keeps_the_use_of_rights if {
	_with_grant(_idle, {}) == "dormant"
	_seen(_idle, {}, {}, false).reason == "dormant"
	_with_grant(_idle, {"principal_type": "database_role", "days_since_last_used": 1}) == "dormant"
}

test_unknown_when_the_use_of_a_service_is_undecided if {
	_with_grant(_service, {}) == "use_undecided"
	_seen(_service, {}, {}, false).reason == "use_undecided"
}

test_unknown_when_the_log_in_was_not_read if _alone(_human) == "use_undecided"

test_unknown_when_the_state_was_not_read if _alone({"kind": "human", "days_since_last_login": 91}) == "use_undecided"

test_unknown_when_the_kind_was_not_read_and_rights_may_have_been_used if {
	_with_grant({"enabled": true, "days_since_last_login": 91}, {}) == "use_undecided"
}

test_unknown_when_a_key_is_undecided if {
	_with_key(_idle, {"active": true}) == "use_undecided"
	_with_key(_idle, {"days_since_last_used": 1}) == "use_undecided"
	_alone(object.union(_idle, {"credentials_complete": false})) == "use_undecided"
}

test_unknown_when_creation_was_not_read if {
	_alone({"kind": "human", "enabled": true, "days_since_last_login": "never"}) == "use_undecided"
}

test_unknown_when_a_new_account_may_have_been_used if {
	_with_grant(_new, {}) == "use_undecided"
	_seen(_new, {}, {}, false).reason == "use_undecided"
}

test_not_applicable_when_meant_to_stay_unused if {
	_alone(object.union(_silent, {"kind": "root"})) == "not_for_daily_use"
	_alone(object.union(_silent, {"kind": "break_glass"})) == "not_for_daily_use"
}

test_every_account_is_answered if {
	document := {"parameters": {"max_days": 90}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := identity_account_dormant.verdicts with input as document
	count(answers) == 2
}
