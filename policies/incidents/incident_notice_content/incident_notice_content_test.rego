package incidents.incident_notice_content_test

import data.incidents.incident_notice_content

_parameters := {"required": ["cause", "contact"], "lookback_days": 1095}

_incident := {
	"id": "i",
	"is_pi_breach": true,
	"people_told": true,
	"notice_elements": ["cause", "contact"],
	"notice_elements_read": true,
	"notice_support": ["hotline"],
	"notice_support_read": true,
	"days_since_resolved": "none",
	"notifications_complete": true,
}

_answer(facts) := answer if {
	document := {"parameters": _parameters, "resources": [object.union(_incident, facts)]}
	answer := incident_notice_content.verdicts.i with input as document
}

_reason_of(facts) := _answer(facts).reason

test_pass_when_everything_is_told if {
	_answer({}).evidence == [{"field": "/notice_elements", "actual": ["cause", "contact"]}]
	_reason_of({"notice_elements_read": false, "notice_support_read": false}) == "pass"
}

test_fail_when_something_is_missing if {
	_answer({"notice_elements": ["cause"]}).evidence == [{"field": "/missing", "actual": ["contact"], "expected": []}]
}

test_fail_when_no_help_is_offered if _reason_of({"notice_support": []}) == "no_help"

test_not_applicable_without_personal_data if _reason_of({"is_pi_breach": false}) == "no_personal_data"

test_not_applicable_when_nobody_was_told if _reason_of({"people_told": false}) == "nobody_told"

test_not_applicable_when_resolved_long_ago if _reason_of({"days_since_resolved": 1096}) == "resolved_long_ago"

test_unknown_when_something_may_have_been_told if {
	unread := {"notice_elements": ["cause"], "notice_elements_read": false}
	_reason_of(unread) == "content_unread"
	_reason_of(object.union(unread, {"notifications_complete": false})) == "notifications_out_of_sight"
	_reason_of({"notice_support": [], "notice_support_read": false}) == "content_unread"
}

test_every_incident_is_answered if {
	document := {"parameters": _parameters, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := incident_notice_content.verdicts with input as document
	count(answers) == 2
}
