# METADATA
# title: Rights are reviewed after a job change
# description: a person who moved passes when each older right on personal data was reviewed within the limit after it
# schemas:
#   - input: schema["staff_member.input"]
package access.staff_member_transfer

import data.lib.deadline
import data.lib.levels
import data.lib.related
import data.lib.reviews
import data.lib.verdict

# METADATA
# description: one answer for each person of the batch, by person id
# entrypoint: true
verdicts[person.id] := _verdict(person, input.parameters) if some person in input.resources

_verdict(person, parameters) := verdict.not_applicable("never_moved") if person.job_changed_at == "none"

else := verdict.not_applicable("left") if person.status == "left"

else := verdict.not_due("due", deadline.after_days(person.job_change_day, parameters.max_days)) if {
	is_number(person.days_since_job_change)
	person.days_since_job_change <= parameters.max_days
	count(_unreviewed(person, parameters)) > 0
}

else := verdict.fail("not_reviewed", _shown(person, _overdue(person, parameters), parameters)) if {
	is_number(person.days_since_job_change)
	person.days_since_job_change > parameters.max_days
	count(_overdue(person, parameters)) > 0
}

else := verdict.pass(_shown(person, person.grant_ids, parameters)) if {
	is_number(person.days_since_job_change)
	person.grants_read == true
	count(_settled(person, parameters)) == count(person.grant_ids)
}

else := verdict.unknown("rights_out_of_sight") if is_number(person.days_since_job_change)

else := verdict.unknown("move_unread")

_shown(person, grants, parameters) := [
	{"field": "/job_changed_at", "actual": person.job_changed_at},
	{"field": "/grant_ids", "actual": grants, "expected": parameters.max_days},
]

# Rights from before the move of which it is proved that no review covered them in time.
_unreviewed(person, parameters) := [id |
	input.complete.access_review == true
	some id in person.grant_ids
	grant := input.related.access_grant[id]
	_is_old(grant, person)
	last := _last(person, parameters)
	reviews.none_held(_reviews(person), _names(person, grant), last, person.days_since_job_change)
]

# A late review counts for as long as the move is looked at.
_overdue(person, parameters) := [id |
	some id in _unreviewed(person, parameters)
	_still_counts(person, input.related.access_grant[id], parameters)
]

_still_counts(person, _, parameters) if _last(person, parameters) <= parameters.lookback_days

_still_counts(person, grant, parameters) if {
	reviews.none_held(_reviews(person), _names(person, grant), 0, _last(person, parameters) - 1)
}

_settled(person, parameters) := [id |
	some id in person.grant_ids
	_is_settled(person, input.related.access_grant[id], parameters)
]

_is_settled(person, grant, _) if _is_new(grant, person)

_is_settled(person, grant, parameters) if {
	reviews.held(_reviews(person), _names(person, grant), _last(person, parameters), person.days_since_job_change)
}

_is_settled(person, grant, parameters) if {
	_last(person, parameters) > parameters.lookback_days
	reviews.held(_reviews(person), _names(person, grant), 0, _last(person, parameters) - 1)
}

_reviews(person) := related.records("access_review", person.id)

# What a review may name to cover the right.
_names(person, grant) := [person.id, grant.resource_id, "all"]

# Days from the last day of the limit to today; a review to come is none yet.
_last(person, parameters) := max([0, person.days_since_job_change - parameters.max_days])

_is_old(grant, person) if {
	levels.reaches(grant.judged_level, "personal")
	is_number(grant.days_since_granted)
	grant.days_since_granted > person.days_since_job_change
}

_is_old(grant, person) if {
	levels.reaches(grant.judged_level, "personal")
	grant.granted_at == "unknown"
	grant.days_since_first_seen > person.days_since_job_change
}

_is_new(grant, _) if levels.below(grant.judged_level, "personal")

_is_new(grant, person) if {
	is_number(grant.days_since_granted)
	grant.days_since_granted <= person.days_since_job_change
}

_is_new(grant, person) if {
	grant.granted_at == "unknown"
	grant.first_seen_is_baseline == false
	grant.days_since_first_seen <= person.days_since_job_change
}
