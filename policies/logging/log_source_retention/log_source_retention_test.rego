package logging.log_source_retention_test

import data.logging.log_source_retention

_parameters := {"min_days": 184, "card_data_min_days": 365}

_nothing := {"database_instance": {"l": []}, "storage_bucket": {"l": []}, "application": {"l": []}}

_whole := {"database_instance": true, "storage_bucket": true, "application": true}

_document(facts, organizations) := {
	"parameters": _parameters,
	"resources": [object.union({"id": "l"}, facts)],
	"related": {"organization": organizations},
	"links": object.union(_nothing, {"organization": {"l": [id | some id, _ in organizations]}}),
	"complete": _whole,
}

_answer_in(facts, organizations) := answer if {
	answer := log_source_retention.verdicts.l with input as _document(facts, organizations)
}

_reason_of(facts) := _answer_in(facts, {}).reason

_reason_with_cards(days, cards) := answer.reason if {
	answer := _answer_in(_kept(days), {"o": {"id": "o", "handles_card_data": cards}})
}

_kept(days) := {"enabled": true, "retention_days": days}

_retired := {"enabled": false, "covers_ids": ["gone"], "retention_days": 1}

_retired_but(links, complete) := answer.reason if {
	document := object.union(_document(_retired, {}), {"links": links, "complete": complete})
	answer := log_source_retention.verdicts.l with input as document
}

test_pass_when_kept_for_ever if {
	_answer_in(_kept(-1), {}) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/enabled", "actual": true, "expected": true},
		{"field": "/retention_days", "actual": -1, "expected": -1},
	]}
}

test_pass_when_six_months_are_kept_and_no_cards if {
	_answer_in(_kept(184), {"o": {"id": "o", "handles_card_data": false}}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [
			{"field": "/enabled", "actual": true, "expected": true},
			{"field": "/retention_days", "actual": 184, "expected": "-1 or >= 184"},
			{"field": "/organization/o/handles_card_data", "actual": false},
		],
	}
}

test_pass_when_a_year_is_kept if {
	_reason_of(_kept(365)) == "pass"
	_reason_with_cards(365, true) == "pass"
}

test_fail_when_kept_too_short if {
	_answer_in(_kept(183), {}) == {"verdict": "fail", "reason": "kept_too_short", "evidence": [{
		"field": "/retention_days",
		"actual": 183,
		"expected": "-1 or >= 184",
	}]}
}

test_fail_when_kept_too_short_for_cards if _reason_with_cards(364, true) == "kept_too_short_for_cards"

test_fail_when_kept_too_short_and_whether_on_unread if _reason_of({"retention_days": 30}) == "kept_too_short"

test_fail_when_off if {
	_reason_of({"enabled": false}) == "off"
	_reason_of({"enabled": false, "covers_ids": [], "retention_days": -1}) == "off"
}

test_fail_when_off_and_it_covers_all if _reason_of({"enabled": false, "covers_ids": ["all"]}) == "off"

test_fail_when_off_and_a_store_is_there if {
	_retired_but(object.union(_nothing, {"database_instance": {"l": ["d"]}}), _whole) == "off"
}

test_fail_when_off_and_a_kind_was_read_in_part if {
	_retired_but(_nothing, object.union(_whole, {"application": false})) == "off"
}

test_unknown_when_card_duty_decides_and_was_not_read if {
	_reason_of(_kept(200)) == "card_duty_unread"
	_answer_in(_kept(200), {"o": {"id": "o"}}).reason == "card_duty_unread"
}

test_unknown_when_the_organization_is_ambiguous if {
	two := {"o": {"id": "o", "handles_card_data": false}, "p": {"id": "p", "handles_card_data": false}}
	_answer_in(_kept(200), two).reason == "card_duty_unread"
}

test_unknown_when_a_fact_was_not_read if {
	_reason_of({"enabled": true}) == "retention_unread"
	_reason_of({"retention_days": -1}) == "retention_unread"
}

test_not_applicable_when_on_paper if _reason_of({"kind": "paper_register", "retention_days": 1}) == "on_paper"

test_not_applicable_when_retired if _reason_of(_retired) == "retired"

test_every_source_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := log_source_retention.verdicts with input as document
	count(answers) == 2
}
