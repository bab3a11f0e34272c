package authentication.application_secrets_test

import data.authentication.application_secrets

_answer(facts) := answer if {
	document := {"parameters": {"max_age_days": 30}, "resources": [object.union({"id": "app"}, facts)]}
	answer := application_secrets.verdicts.app with input as document
}

_reason_of(facts) := _answer(facts).reason

_scanned(days) := {"secret_scan_at": "2026-10-22", "days_since_secret_scan": days, "hardcoded_secret_findings": 0}

test_pass_when_a_recent_scan_found_nothing if {
	_answer(_scanned(30)) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/hardcoded_secret_findings", "actual": 0, "expected": 0},
		{"field": "/secret_scan_at", "actual": "2026-10-22"},
	]}
	_reason_of(_scanned(0)) == "pass"
}

test_fail_when_an_old_scan_found_something if {
	_answer(object.union(_scanned(90), {"hardcoded_secret_findings": 2})) == {
		"verdict": "fail",
		"reason": "secrets_found",
		"evidence": [{"field": "/hardcoded_secret_findings", "actual": 2, "expected": 0}],
	}
}

test_unknown_when_the_scan_is_too_old if _reason_of(_scanned(31)) == "scan_too_old"

test_unknown_when_the_scan_lies_ahead if _reason_of(_scanned(-1)) == "scan_unread"

test_unknown_when_it_was_never_scanned if {
	facts := {"secret_scan_at": "never", "days_since_secret_scan": "never", "hardcoded_secret_findings": 0}
	_reason_of(facts) == "never_scanned"
}

test_unknown_when_findings_or_date_were_not_read if {
	_reason_of({"hardcoded_secret_findings": 0}) == "scan_unread"
	_reason_of({"secret_scan_at": "2026-11-20", "days_since_secret_scan": 1}) == "scan_unread"
}

test_not_applicable_when_bought_as_a_service if {
	_reason_of({"acquisition": "saas", "hardcoded_secret_findings": 1}) == "no_source"
}

test_every_application_is_answered if {
	document := {"parameters": {"max_age_days": 30}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := application_secrets.verdicts with input as document
	count(answers) == 2
}
