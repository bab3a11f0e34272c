package access.database_instance_any_host_test

import data.access.database_instance_any_host

_answer_where(network_layer_counts, facts) := answer if {
	document := {
		"parameters": {"network_layer_counts": network_layer_counts},
		"resources": [object.union({"id": "db"}, facts)],
	}
	answer := database_instance_any_host.verdicts.db with input as document
}

_answer(facts) := _answer_where(false, facts)

_reason_of(facts) := _answer(facts).reason

_closed := {"publicly_accessible": false, "ingress_any": false}

_open := {"open_host_rules": ["app@%"]}

test_pass_when_no_rule_matches_every_address if {
	_answer({"open_host_rules": []}) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/open_host_rules",
		"actual": [],
		"expected": [],
	}]}
}

test_fail_when_a_line_matches_every_address if {
	facts := {"hosting": "self_hosted", "engine_family": "postgresql", "open_host_rules": ["host all all 0.0.0.0/0"]}
	_reason_of(facts) == "any_host"
}

test_fail_when_a_managed_mysql_account_accepts_any_host if {
	_answer(object.union(_open, {"hosting": "aws", "engine_family": "mysql"})).evidence == [{
		"field": "/open_host_rules",
		"actual": ["app@%"],
		"expected": [],
	}]
}

test_fail_when_the_network_is_closed_but_does_not_count if _reason_of(object.union(_open, _closed)) == "any_host"

test_fail_when_the_network_counts_but_was_not_read if {
	_answer_where(true, object.union(_open, {"publicly_accessible": false})).reason == "any_host"
}

test_unknown_when_rules_were_not_read if _reason_of({"hosting": "self_hosted"}) == "rules_unread"

test_not_applicable_when_the_provider_owns_the_rules if {
	_reason_of({"hosting": "aws", "engine_family": "postgresql"}) == "rules_of_the_provider"
	_reason_of({"hosting": "other_cloud", "engine_family": "postgresql"}) == "rules_of_the_provider"
}

test_not_applicable_when_the_service_has_no_such_setting if _reason_of({"engine": "redshift"}) == "no_such_setting"

test_not_applicable_when_the_network_counts_and_is_closed if {
	_answer_where(true, object.union(_open, _closed)).reason == "closed_by_the_network"
}

test_every_database_is_answered if {
	document := {"parameters": {"network_layer_counts": false}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := database_instance_any_host.verdicts with input as document
	count(answers) == 2
}
