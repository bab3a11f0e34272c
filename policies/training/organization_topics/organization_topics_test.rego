package training.organization_topics_test

import data.training.organization_topics

_seen(courses, whole) := answer if {
	document := {
		"parameters": {"max_days": 365, "required": ["law", "ethics"]},
		"resources": [{"id": "o"}],
		"related": {"training_course": courses},
		"links": {"training_course": {"o": [id | some id, _ in courses]}},
		"complete": {"training_course": whole},
	}
	answers := organization_topics.verdicts with input as document
	answer := answers.o
}

_reason_of(courses) := _seen(courses, true).reason

_course(topics, days) := {"topics": topics, "days_since_held": days}

test_pass_when_courses_cover_the_topics_together if {
	_seen({"a": _course(["law"], 365), "b": _course(["ethics"], 0)}, false) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{"field": "/topics", "actual": ["law", "ethics"]}],
	}
}

test_fail_when_a_topic_was_not_taught if {
	_seen({"a": _course(["law"], 3), "b": _course(["ethics"], 366)}, true) == {
		"verdict": "fail",
		"reason": "topic_missing",
		"evidence": [{"field": "/missing_topics", "actual": ["ethics"]}],
	}
	_reason_of({}) == "topic_missing"
	_reason_of({"a": _course(["law", "ethics"], "never")}) == "topic_missing"
	_reason_of({"a": {"topics": ["law"]}}) == "topic_missing"
}

test_unknown_when_the_register_is_partial if {
	_seen({"a": _course(["law"], 3)}, false).reason == "courses_out_of_sight"
	_seen({}, false).reason == "courses_out_of_sight"
}

test_unknown_when_topics_or_day_were_not_read if {
	_reason_of({"a": {"topics": ["law", "ethics"]}}) == "courses_unread"
	_reason_of({"a": {"days_since_held": 3}}) == "courses_unread"
}

test_every_organization_is_answered if {
	document := {
		"parameters": {"max_days": 365, "required": ["law"]},
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"training_course": {"a": [], "b": []}},
	}
	answers := organization_topics.verdicts with input as document
	count(answers) == 2
}
