# METADATA
# title: Courses cover every required topic
# description: the organisation passes when each required topic was taught in some course within the limit
# schemas:
#   - input: schema["organization.input"]
package training.organization_topics

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

_verdict(held, parameters) := verdict.fail("topic_missing", [_shown("missing_topics", missing)]) if {
	input.complete.training_course == true
	missing := [topic | some topic in parameters.required; _is_missing(topic, held, parameters)]
	count(missing) > 0
}

else := verdict.pass([_shown("topics", parameters.required)]) if {
	count(parameters.required) > 0
	taught := [topic | some topic in parameters.required; _is_taught(topic, held, parameters)]
	count(taught) == count(parameters.required)
}

else := verdict.unknown("courses_out_of_sight") if input.complete.training_course == false

else := verdict.unknown("courses_unread")

_is_taught(topic, held, parameters) if {
	some course in held
	courses.held(course, parameters.max_days)
	topic in course.topics
}

_is_missing(topic, held, parameters) if {
	count([course | some course in held; _passes_over(course, topic, parameters)]) == count(held)
}

_passes_over(course, _, parameters) if courses.not_held(course, parameters.max_days)

_passes_over(course, topic, _) if lists.lacks(course.topics, topic)

_shown(name, topics) := {"field": sprintf("/%s", [name]), "actual": topics}
