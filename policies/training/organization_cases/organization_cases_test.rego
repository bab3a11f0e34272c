package training.organization_cases_test

import data.training.organization_cases

_seen(courses, whole) := answer if {
	document := {
		"parameters": {"max_days": 365},
		"resources": [{"id": "o"}],
		"related": {"training_course": courses},
		"links": {"training_course": {"o": [id | some id, _ in courses]}},
		"complete": {"training_course": whole},
	}
	answers := organization_cases.verdicts with input as document
	answer := answers.o
}

_reason_of(courses) := _seen(courses, true).reason

_session := {"id": "a", "kind": "case_warning", "topics": [], "days_since_held": 365, "assessed": false}

_test := {"id": "b", "kind": "general", "topics": ["law"], "days_since_held": 10, "assessed": true}

_but(course, facts) := object.union(course, facts)

test_pass_when_a_session_and_a_test_were_held if {
	_seen({"a": _session, "b": _test}, false) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/case_sessions", "actual": ["a"]},
		{"field": "/tests", "actual": ["b"]},
	]}
	_reason_of({"b": _but(_test, {"topics": ["case_study"]})}) == "pass"
}

test_fail_when_no_session_was_held if {
	_seen({"b": _test}, true) == {"verdict": "fail", "reason": "no_case_session", "evidence": [{
		"field": "/training_course",
		"actual": 1,
	}]}
	_reason_of({}) == "no_case_session"
	_reason_of({"a": _but(_session, {"days_since_held": "never"}), "b": _test}) == "no_case_session"
	_reason_of({"a": _but(_session, {"days_since_held": 366}), "b": _test}) == "no_case_session"
}

test_fail_when_no_test_was_held if {
	_reason_of({"a": _session}) == "no_test"
	_reason_of({"a": _session, "b": _but(_test, {"days_since_held": 366})}) == "no_test"
}

test_unknown_when_the_register_is_partial if {
	_seen({"b": _test}, false).reason == "courses_out_of_sight"
	_seen({"a": _session}, false).reason == "courses_out_of_sight"
}

test_unknown_when_a_fact_of_the_only_course_was_not_read if {
	_reason_of({"a": object.remove(_session, ["days_since_held"]), "b": _test}) == "courses_unread"
	_reason_of({"b": object.remove(_test, ["topics"])}) == "courses_unread"
	_reason_of({"b": object.remove(_test, ["kind"])}) == "courses_unread"
	_reason_of({"a": object.remove(_session, ["assessed"])}) == "courses_unread"
}

test_every_organization_is_answered if {
	document := {
		"parameters": {"max_days": 365},
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"training_course": {"a": [], "b": []}},
	}
	answers := organization_cases.verdicts with input as document
	count(answers) == 2
}
