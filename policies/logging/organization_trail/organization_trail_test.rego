package logging.organization_trail_test

import data.logging.organization_trail

_trail := {
	"id": "t",
	"enabled": true,
	"multi_region": true,
	"account_ids": ["all"],
	"last_event_at": "2026-11-21T10:00:00+08:00",
	"hours_since_last_event": 2,
	"hours_silent": 2,
}

_organization := {
	"id": "o",
	"used_account_ids": ["111", "222"],
	"used_accounts_read": true,
	"trails_read": true,
}

_document(organizations, trails) := {
	"parameters": {"max_gap_hours": 24},
	"resources": organizations,
	"related": {"log_source": {trail.id: trail | some trail in trails}},
	"links": {"log_source": {one.id: [trail.id | some trail in trails] | some one in organizations}},
}

_answer_of(organization, trails) := answer if {
	answer := organization_trail.verdicts.o with input as _document([organization], trails)
}

_reason_with(trails) := _answer_of(_organization, trails).reason

_reason_but(facts) := _reason_with([object.union(_trail, facts)])

_reason_without(field) := _reason_with([object.remove(_trail, [field])])

_regional := object.union(_trail, {"id": "regional", "multi_region": false})

test_pass_when_a_trail_of_the_organisation_runs if {
	_answer_of(_organization, [_trail, _regional]) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/used_account_ids",
		"actual": ["111", "222"],
	}]}
}

test_pass_when_each_account_has_its_own_trail if {
	first := object.union(_trail, {"account_ids": ["111"]})
	second := object.union(_trail, {"id": "s", "account_ids": ["222"]})
	_reason_with([first, second]) == "pass"
}

test_pass_when_another_trail_was_not_read if _reason_with([_trail, {"id": "u"}]) == "pass"

test_pass_at_the_limit if _reason_but({"hours_since_last_event": 24, "hours_silent": 24}) == "pass"

test_fail_when_one_account_has_no_trail if {
	_answer_of(_organization, [object.union(_trail, {"account_ids": ["111"]})]) == {
		"verdict": "fail",
		"reason": "account_without_trail",
		"evidence": [
			{"field": "/used_account_ids", "actual": ["111", "222"]},
			{"field": "/without_trail", "actual": ["222"], "expected": []},
		],
	}
}

test_fail_when_there_is_no_trail if _reason_with([]) == "account_without_trail"

test_fail_when_the_trail_does_not_serve if {
	flaws := [
		{"enabled": false},
		{"multi_region": false},
		{"hours_since_last_event": 25, "hours_silent": 25},
		{"last_event_at": "never", "hours_since_last_event": "never", "hours_silent": "never"},
	]
	count([flaw | some flaw in flaws; _reason_but(flaw) == "account_without_trail"]) == count(flaws)
}

test_unknown_when_a_trail_may_be_out_of_sight if {
	_answer_of(object.remove(_organization, ["trails_read"]), []).reason == "trails_unread"
}

test_unknown_when_what_a_trail_does_was_not_read if {
	fields := ["enabled", "multi_region", "account_ids", "hours_since_last_event"]
	count([field | some field in fields; _reason_without(field) == "trails_unread"]) == count(fields)
}

test_unknown_when_a_plain_day_leaves_it_open if {
	_reason_but({"hours_since_last_event": 36, "hours_silent": 12}) == "trails_unread"
}

test_unknown_when_an_account_may_be_out_of_sight if {
	_answer_of(object.remove(_organization, ["used_accounts_read"]), [_trail]).reason == "accounts_unread"
}

test_fail_when_an_account_may_be_out_of_sight_and_one_has_no_trail if {
	_answer_of(object.remove(_organization, ["used_accounts_read"]), []).reason == "account_without_trail"
}

test_unknown_when_no_account_was_seen_and_some_may_be_out_of_sight if {
	facts := {"id": "o", "used_account_ids": [], "trails_read": true}
	_answer_of(facts, [_trail]).verdict == "unknown"
}

test_not_applicable_when_no_cloud_is_used if {
	facts := {"used_account_ids": []}
	_answer_of(object.union(_organization, facts), []).reason == "no_cloud"
}

test_every_organisation_is_answered if {
	answers := organization_trail.verdicts with input as _document([{"id": "a"}, {"id": "b"}], [])
	count(answers) == 2
}
