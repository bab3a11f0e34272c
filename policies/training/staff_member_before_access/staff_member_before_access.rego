# METADATA
# title: New staff are trained before access
# description: a new person passes when they completed a course with success no later than the day of each grant
# schemas:
#   - input: schema["staff_member.input"]
package training.staff_member_before_access

import data.lib.levels
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each person of the batch, by person id
# entrypoint: true
verdicts[person.id] := _verdict(person, _trainings(person), input.parameters) if some person in input.resources

_verdict(person, trainings, parameters) := verdict.not_applicable("not_at_work") if person.status in {"leave", "left"}

else := verdict.not_applicable("no_customer_data") if person.handles_pi == false

else := verdict.not_applicable("before_the_baseline") if {
	is_number(person.hire_day)
	person.hire_date < parameters.baseline_on
}

else := verdict.not_applicable("no_access") if {
	person.grants_read == true
	count([id | some id in person.grant_ids; _is_harmless(id)]) == count(person.grant_ids)
}

else := verdict.fail("access_before_training", [_grants(untrained), _completed(trainings)]) if {
	person.trainings_complete == true
	untrained := [id | some id in person.grant_ids; _is_untrained(id, person, trainings)]
	count(untrained) > 0
}

else := verdict.pass([_grants(person.grant_ids), _completed(trainings)]) if {
	person.grants_read == true
	count([id | some id in person.grant_ids; _is_settled(id, person, trainings)]) == count(person.grant_ids)
}

else := verdict.unknown("trainings_out_of_sight") if person.trainings_complete == false

else := verdict.unknown("days_unread")

_trainings(person) := related.records("training_record", person.id)

_grants(ids) := {"field": "/grant_ids", "actual": ids}

_completed(trainings) := {"field": "/training_record", "actual": [training.completed_at | some training in trainings]}

_is_harmless(id) if levels.below(input.related.access_grant[id].judged_level, "personal")

_is_settled(id, _, _) if _is_harmless(id)

_is_settled(id, person, trainings) if {
	grant := input.related.access_grant[id]
	_is_dated(grant, person)
	some training in trainings
	training.successful == true
	training.days_since_completed >= 0
	training.days_since_completed >= grant.days_since_granted
}

_is_untrained(id, person, trainings) if {
	grant := input.related.access_grant[id]
	levels.reaches(grant.judged_level, "personal")
	count([training | some training in trainings; _is_late(training, grant, person)]) == count(trainings)
}

_is_late(training, _, _) if training.successful == false

_is_late(training, _, _) if training.days_since_completed < 0

_is_late(training, grant, person) if {
	_is_dated(grant, person)
	training.days_since_completed < grant.days_since_granted
}

# A right of a group may be older than the person's membership in it, so its day says nothing about them.
_is_dated(grant, person) if {
	grant.principal_id in person.principal_ids
	is_number(grant.days_since_granted)
}
