package retention.database_instance_recovery_test

import data.retention.database_instance_recovery

_parameters := {"min_days": 7, "max_age_hours": 48}

_answer(facts) := answer if {
	document := {"parameters": _parameters, "resources": [object.union({"id": "db"}, facts)]}
	answer := database_instance_recovery.verdicts.db with input as document
}

_reason_of(facts) := _answer(facts).reason

_kept := {"backup_enabled": true, "backup_retention_days": 7}

_recent := {"last_backup_at": "2026-11-21T02:00:00+08:00", "backup_age_min_hours": 10, "backup_age_max_hours": 10}

_postgresql := object.union_n([_kept, _recent, {
	"engine": "postgresql",
	"hosting": "aws",
	"deletion_protection": true,
}])

_with(facts) := object.union(_postgresql, facts)

_without(names) := object.remove(_postgresql, names)

_table := object.union(_kept, {"engine": "dynamodb", "hosting": "aws", "deletion_protection": true})

test_pass_when_backups_are_recent_and_kept if {
	_answer(_postgresql) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/backup_enabled", "actual": true, "expected": true},
		{"field": "/backup_retention_days", "actual": 7, "expected": 7},
	]}
}

test_pass_when_the_backup_is_as_old_as_allowed if {
	_reason_of(_with({"backup_age_min_hours": 48, "backup_age_max_hours": 48})) == "pass"
}

test_pass_when_recovery_is_continuous if _reason_of(_table) == "pass"

test_pass_when_the_service_has_no_deletion_protection if {
	_reason_of(object.union(_without(["deletion_protection"]), {"engine": "redshift"})) == "pass"
	_reason_of(object.union(_without(["deletion_protection"]), {"hosting": "self_hosted"})) == "pass"
}

test_fail_when_backups_are_off if {
	_answer(_with({"backup_enabled": false})) == {"verdict": "fail", "reason": "backup_off", "evidence": [{
		"field": "/backup_enabled",
		"actual": false,
		"expected": true,
	}]}
	_reason_of({"engine": "dynamodb", "backup_enabled": false}) == "backup_off"
}

test_fail_when_backups_are_kept_too_short if {
	_answer(_with({"backup_retention_days": 6})).evidence == [{
		"field": "/backup_retention_days",
		"actual": 6,
		"expected": 7,
	}]
	_reason_of({"backup_retention_days": 0}) == "kept_too_short"
}

test_fail_when_nothing_was_ever_backed_up if {
	facts := {"engine": "mysql", "backup_enabled": true, "last_backup_at": "never"}
	_answer(facts).evidence == [{"field": "/last_backup_at", "actual": "never"}]
	_reason_of(facts) == "never_backed_up"
}

test_fail_when_the_last_backup_is_too_old if {
	_reason_of(_with({"backup_age_min_hours": 49, "backup_age_max_hours": 49})) == "backup_too_old"
}

test_fail_when_deletion_is_not_protected if {
	_answer(_with({"deletion_protection": false})).evidence == [{
		"field": "/deletion_protection",
		"actual": false,
		"expected": true,
	}]
	_reason_of(object.union(_table, {"deletion_protection": false})) == "deletion_unprotected"
}

test_unknown_when_the_last_backup_is_known_only_after_deployment if {
	facts := _without(["last_backup_at", "backup_age_min_hours", "backup_age_max_hours"])
	_reason_of(facts) == "last_backup_unread"
}

test_unknown_when_a_whole_day_does_not_decide if {
	_reason_of(_with({"backup_age_min_hours": 36, "backup_age_max_hours": 60})) == "last_backup_unread"
}

test_unknown_when_the_backup_lies_in_the_future if {
	_reason_of(_with({"backup_age_min_hours": -9, "backup_age_max_hours": -9})) == "last_backup_unread"
}

test_unknown_when_the_engine_was_not_read_and_decides if {
	facts := {"hosting": "aws", "backup_enabled": true, "last_backup_at": "never"}
	_reason_of(facts) == "backup_unread"
	_reason_of({"hosting": "aws", "deletion_protection": false}) == "backup_unread"
}

test_unknown_when_a_setting_was_not_read if {
	_reason_of(_without(["backup_enabled"])) == "backup_unread"
	_reason_of(_without(["backup_retention_days"])) == "backup_unread"
	_reason_of(_without(["deletion_protection"])) == "backup_unread"
}

test_not_applicable_when_not_in_production if {
	_reason_of({"env": "nonprod", "backup_enabled": false}) == "not_production"
	_reason_of({"env": "dr"}) == "not_production"
}

test_every_database_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b", "env": "unknown"}]}
	answers := database_instance_recovery.verdicts with input as document
	count(answers) == 2
}
