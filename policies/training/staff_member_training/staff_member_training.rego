# METADATA
# title: Everyone is trained regularly
# description: a person passes when they completed a course with success within the limit
# schemas:
#   - input: schema["staff_member.input"]
package training.staff_member_training

import data.lib.deadline
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each person of the batch, by person id
# entrypoint: true
verdicts[person.id] := _verdict(person, _trainings(person), input.parameters) if some person in input.resources

_verdict(person, trainings, parameters) := verdict.not_applicable("not_at_work") if person.status in {"leave", "left"}

else := verdict.pass(_counted(trainings, parameters)) if count(_counted(trainings, parameters)) > 0

else := verdict.not_due("due", deadline.after_days(person.hire_day, parameters.grace_days)) if {
	is_number(person.hire_day)
	person.days_since_hired <= parameters.grace_days
	_none_counts(person, trainings, parameters)
}

else := verdict.fail("untrained", [_record_count(trainings, parameters)]) if {
	_none_counts(person, trainings, parameters)
}

else := verdict.unknown("trainings_out_of_sight") if person.trainings_complete == false

else := verdict.unknown("trainings_unread")

_trainings(person) := related.records("training_record", person.id)

_counted(trainings, parameters) := [item |
	some training in trainings
	training.successful == true
	training.days_since_completed >= 0
	training.days_since_completed <= parameters.max_days
	field := sprintf("/training_record/%s/completed_at", [training.id])
	item := {"field": field, "actual": training.completed_at, "expected": parameters.max_days}
]

_none_counts(person, trainings, parameters) if {
	person.trainings_complete == true
	count([training | some training in trainings; _counts_not(training, parameters)]) == count(trainings)
}

_counts_not(training, _) if training.successful == false

_counts_not(training, _) if training.days_since_completed < 0

_counts_not(training, parameters) if training.days_since_completed > parameters.max_days

_record_count(trainings, parameters) := {
	"field": "/training_record",
	"actual": count(trainings),
	"expected": parameters.max_days,
}
