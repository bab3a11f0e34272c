package training.staff_member_training_test

import data.training.staff_member_training

_parameters := {"max_days": 365, "grace_days": 30}

_answer(person, trainings) := answer if {
	document := {
		"parameters": _parameters,
		"resources": [object.union({"id": "p", "status": "active", "trainings_complete": true}, person)],
		"related": {"training_record": trainings},
		"links": {"training_record": {"p": [id | some id, _ in trainings]}},
	}
	answer := staff_member_training.verdicts.p with input as document
}

_reason_of(person, trainings) := _answer(person, trainings).reason

_training(days, facts) := object.union({"id": "t", "completed_at": "2025-11-21", "days_since_completed": days}, facts)

_one(days, facts) := _reason_of({}, {"t": _training(days, facts)})

_good := {"successful": true}

# Hired on 2026-11-11.
_new := {"hire_day": 20768, "days_since_hired": 10}

test_pass_when_trained_within_the_limit if {
	_answer({"trainings_complete": false}, {"t": _training(365, _good)}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [{"field": "/training_record/t/completed_at", "actual": "2025-11-21", "expected": 365}],
	}
	_one(0, _good) == "pass"
}

test_fail_when_nothing_is_registered if {
	_answer({}, {}) == {"verdict": "fail", "reason": "untrained", "evidence": [{
		"field": "/training_record",
		"actual": 0,
		"expected": 365,
	}]}
	_reason_of({"hire_day": 20747, "days_since_hired": 31}, {}) == "untrained"
}

test_fail_when_training_is_too_old_or_ahead if {
	_one(366, _good) == "untrained"
	_one(-1, _good) == "untrained"
	_one(366, {}) == "untrained"
}

test_fail_when_the_test_was_not_passed if _one(10, {"successful": false}) == "untrained"

test_unknown_when_the_register_is_partial if {
	_reason_of({"trainings_complete": false}, {}) == "trainings_out_of_sight"
	_reason_of(object.union(_new, {"trainings_complete": false}), {}) == "trainings_out_of_sight"
}

test_unknown_when_the_result_or_the_date_was_not_read if {
	_one(10, {}) == "trainings_unread"
	_reason_of({}, {"t": {"id": "t", "successful": true}}) == "trainings_unread"
	_reason_of(_new, {"t": _training(5, {})}) == "trainings_unread"
}

test_not_applicable_when_not_at_work if {
	_reason_of({"status": "leave"}, {}) == "not_at_work"
	_reason_of({"status": "left"}, {}) == "not_at_work"
}

test_not_applicable_until_a_new_person_is_due if {
	due := {"verdict": "not_applicable", "reason": "due", "evidence": [{"field": "/due_until", "actual": "2026-12-11"}]}
	_answer(_new, {}) == due
	_answer(_new, {"t": _training(5, {"successful": false})}) == due
	_reason_of({"hire_day": 20748, "days_since_hired": 30}, {}) == "due"
}

test_every_person_is_answered if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"training_record": {"a": [], "b": []}},
	}
	answers := staff_member_training.verdicts with input as document
	count(answers) == 2
}
