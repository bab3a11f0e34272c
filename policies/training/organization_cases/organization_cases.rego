# METADATA
# title: Case-based warning session and test were held
# description: the organisation passes when a session with real cases, and a course with a test, were held in the limit
# schemas:
#   - input: schema["organization.input"]
package training.organization_cases

import data.lib.courses
import data.lib.lists
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each organisation of the batch, by its id
# entrypoint: true
verdicts[organization.id] := answer if {
	some organization in input.resources
	answer := _verdict(related.records("training_course", organization.id), input.parameters)
}

_verdict(held, parameters) := verdict.fail("no_case_session", [_count(held)]) if {
	input.complete.training_course == true
	count([course | some course in held; _is_no_session(course, parameters)]) == count(held)
}

else := verdict.fail("no_test", [_count(held)]) if {
	input.complete.training_course == true
	count([course | some course in held; _is_no_test(course, parameters)]) == count(held)
}

else := verdict.pass([_ids("case_sessions", sessions), _ids("tests", tests)]) if {
	sessions := [course.id | some course in held; _is_session(course, parameters)]
	tests := [course.id | some course in held; _is_test(course, parameters)]
	count(sessions) > 0
	count(tests) > 0
}

else := verdict.unknown("courses_out_of_sight") if input.complete.training_course == false

else := verdict.unknown("courses_unread")

_is_session(course, parameters) if {
	courses.held(course, parameters.max_days)
	course.kind == "case_warning"
}

_is_session(course, parameters) if {
	courses.held(course, parameters.max_days)
	"case_study" in course.topics
}

_is_no_session(course, parameters) if courses.not_held(course, parameters.max_days)

_is_no_session(course, _) if {
	lists.lacks(["case_warning"], course.kind)
	lists.lacks(course.topics, "case_study")
}

_is_test(course, parameters) if {
	courses.held(course, parameters.max_days)
	course.assessed == true
}

_is_no_test(course, parameters) if courses.not_held(course, parameters.max_days)

_is_no_test(course, _) if course.assessed == false

_ids(name, ids) := {"field": sprintf("/%s", [name]), "actual": ids}

_count(held) := {"field": "/training_course", "actual": count(held)}
