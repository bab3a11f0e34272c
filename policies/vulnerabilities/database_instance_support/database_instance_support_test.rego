package vulnerabilities.database_instance_support_test

import data.vulnerabilities.database_instance_support

_answer(facts) := answer if {
	document := {"parameters": {}, "resources": [object.union({"id": "db"}, facts)]}
	answer := database_instance_support.verdicts.db with input as document
}

_reason_of(facts) := _answer(facts).reason

_current := {"engine": "postgresql", "engine_eol_date": "2028-11-09", "past_support": false}

_outdated := {"engine": "postgresql", "engine_eol_date": "2025-11-13", "past_support": true}

_managed(upgrades) := {"hosting": "aws", "auto_minor_upgrade": upgrades}

test_pass_when_supported_and_self_hosted if {
	_answer(object.union(_current, {"hosting": "self_hosted"})) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/engine_eol_date",
		"actual": "2028-11-09",
	}]}
}

test_pass_when_supported_and_upgrading_itself if _reason_of(object.union(_current, _managed(true))) == "pass"

test_pass_when_redshift_upgrades_itself if {
	_answer(object.union({"engine": "redshift"}, _managed(true))).evidence == [{
		"field": "/engine",
		"actual": "redshift",
	}]
}

test_fail_when_support_ended_and_upgrades_were_not_read if {
	_answer(_outdated) == {"verdict": "fail", "reason": "past_support", "evidence": [{
		"field": "/engine_eol_date",
		"actual": "2025-11-13",
	}]}
}

test_fail_when_upgrades_are_off_and_support_was_not_read if {
	_reason_of(object.union({"engine": "postgresql"}, _managed(false))) == "upgrades_off"
}

test_fail_when_redshift_upgrades_are_off if {
	_reason_of(object.union({"engine": "redshift"}, _managed(false))) == "upgrades_off"
}

test_unknown_when_support_was_not_read if {
	_reason_of(object.union({"engine": "aurora"}, _managed(true))) == "support_unread"
}

test_unknown_when_upgrades_were_not_read if {
	_reason_of(object.union(_current, {"hosting": "aws"})) == "upgrades_unread"
}

test_unknown_when_hosting_was_not_read if {
	_reason_of(object.union(_current, {"auto_minor_upgrade": false})) == "upgrades_unread"
}

test_unknown_when_engine_was_not_read_and_support_ended if {
	_reason_of(object.union(object.remove(_outdated, ["engine"]), _managed(true))) == "support_unread"
}

test_not_applicable_when_the_service_has_no_version if {
	_reason_of(object.union({"engine": "dynamodb"}, _managed(false))) == "no_version"
}

test_every_database_is_answered if {
	document := {"parameters": {}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := database_instance_support.verdicts with input as document
	count(answers) == 2
}
