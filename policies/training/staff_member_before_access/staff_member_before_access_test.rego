package training.staff_member_before_access_test

import data.training.staff_member_before_access

_parameters := {"baseline_on": "2026-01-01"}

# Hired on 2026-11-16, given a right on the same day.
_new := {
	"id": "p",
	"status": "active",
	"hire_date": "2026-11-16",
	"hire_day": 20773,
	"handles_pi": true,
	"principal_ids": ["a"],
	"grant_ids": ["g"],
	"grants_read": true,
	"trainings_complete": true,
}

_grant := {"id": "g", "principal_id": "a", "judged_level": "personal", "days_since_granted": 5}

_training(days) := {"t": {"id": "t", "completed_at": "2026-11-16", "successful": true, "days_since_completed": days}}

_answer(person, grant, trainings) := answer if {
	document := {
		"parameters": _parameters,
		"resources": [object.union(_new, person)],
		"related": {"access_grant": {"g": object.union(_grant, grant)}, "training_record": trainings},
		"links": {"training_record": {"p": [id | some id, _ in trainings]}},
	}
	answer := staff_member_before_access.verdicts.p with input as document
}

_reason_of(person, grant, trainings) := _answer(person, grant, trainings).reason

_undated := {"days_since_granted": "unknown"}

_of_a_group := {"principal_id": "team"}

test_pass_when_trained_on_the_day_of_the_grant if {
	_answer({"trainings_complete": false}, {}, _training(5)) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/grant_ids", "actual": ["g"]},
		{"field": "/training_record", "actual": ["2026-11-16"]},
	]}
	_reason_of({}, {"days_since_granted": -1}, _training(0)) == "pass"
}

test_pass_when_a_later_grant_shows_no_personal_data if {
	document := {
		"parameters": _parameters,
		"resources": [object.union(_new, {"grant_ids": ["g", "h"]})],
		"related": {
			"access_grant": {"g": _grant, "h": {"id": "h", "judged_level": "public"}},
			"training_record": _training(5),
		},
		"links": {"training_record": {"p": ["t"]}},
	}
	answers := staff_member_before_access.verdicts with input as document
	answers.p.reason == "pass"
}

test_fail_when_access_came_first if {
	_answer({"grants_read": "no"}, {}, {}) == {"verdict": "fail", "reason": "access_before_training", "evidence": [
		{"field": "/grant_ids", "actual": ["g"]},
		{"field": "/training_record", "actual": []},
	]}
	_reason_of({}, {}, _training(4)) == "access_before_training"
	_reason_of({}, {}, {"t": {"days_since_completed": 4}}) == "access_before_training"
	_reason_of({}, {"days_since_granted": -1}, _training(-2)) == "access_before_training"
	_reason_of({}, {}, {"t": {"successful": false, "days_since_completed": 9}}) == "access_before_training"
}

test_fail_when_the_grant_has_no_day_and_nobody_was_trained if {
	_reason_of({}, _undated, {}) == "access_before_training"
	_reason_of({}, _of_a_group, {}) == "access_before_training"
	_reason_of({}, _of_a_group, {"t": {"successful": false}}) == "access_before_training"
}

test_unknown_when_the_grant_has_no_day if {
	_reason_of({}, _undated, _training(5)) == "days_unread"
	_reason_of({}, _of_a_group, _training(5)) == "days_unread"
	_reason_of({}, _of_a_group, _training(1)) == "days_unread"
}

test_unknown_when_a_day_or_a_result_was_not_read if {
	_reason_of({}, {}, {"t": {"successful": true}}) == "days_unread"
	_reason_of({}, {}, {"t": {"days_since_completed": 9}}) == "days_unread"
	_reason_of({"grants_read": "no"}, {}, _training(5)) == "days_unread"
	_reason_of({"grants_read": "no", "grant_ids": []}, {}, {}) == "days_unread"
}

test_unknown_when_the_register_is_partial if {
	_reason_of({"trainings_complete": false}, {}, {}) == "trainings_out_of_sight"
	_reason_of({"trainings_complete": false}, {}, _training(4)) == "trainings_out_of_sight"
}

test_not_applicable_when_the_duty_does_not_bind if {
	_reason_of({"status": "leave"}, {}, {}) == "not_at_work"
	_reason_of({"handles_pi": false}, {}, {}) == "no_customer_data"
	_reason_of({"grant_ids": []}, {}, {}) == "no_access"
	_reason_of({}, {"judged_level": "internal"}, {}) == "no_access"
}

test_not_applicable_when_hired_before_the_baseline if {
	_reason_of({"hire_date": "2025-12-31", "hire_day": 20453}, {}, {}) == "before_the_baseline"
	_reason_of({"hire_date": "2026-01-01", "hire_day": 20454}, {}, {}) == "access_before_training"
}

test_every_person_is_answered if {
	document := {
		"parameters": _parameters,
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"training_record": {"a": [], "b": []}},
	}
	answers := staff_member_before_access.verdicts with input as document
	count(answers) == 2
}
