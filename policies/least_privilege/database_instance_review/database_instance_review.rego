# METADATA
# title: Access review was done in time
# description: a database passes when a review that covers it and its administrators was held within the limit
# schemas:
#   - input: schema["database_instance.input"]
package least_privilege.database_instance_review

import data.lib.deadline
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each database of the batch, by database id
# entrypoint: true
verdicts[database.id] := answer if {
	some database in input.resources
	answer := _verdict(database, related.records("access_review", database.id), input.parameters)
}

_verdict(database, reviews, parameters) := verdict.not_applicable("harmless_data") if {
	database.data_level in {"none", "public"}
}

else := verdict.not_due("due", deadline.after_days(database.created_day, parameters.max_days)) if {
	is_number(database.created_day)
	database.days_since_created <= parameters.max_days
	_none_counts(reviews, parameters)
}

else := verdict.fail("not_reviewed", [_shown(_days(reviews), parameters)]) if {
	_none_counts(reviews, parameters)
}

else := verdict.pass([_shown(counted, parameters)]) if {
	counted := [review.performed_at | some review in reviews; _counts(review, parameters)]
	count(counted) > 0
}

else := verdict.unknown("reviews_out_of_sight") if input.complete.access_review == false

else := verdict.unknown("reviews_unread")

_days(reviews) := [review.performed_at | some review in reviews]

_counts(review, parameters) if {
	review.includes_privileged == true
	review.days_since_performed >= 0
	review.days_since_performed <= parameters.max_days
}

_none_counts(reviews, parameters) if {
	input.complete.access_review == true
	count([review | some review in reviews; _counts_not(review, parameters)]) == count(reviews)
}

_counts_not(review, _) if review.includes_privileged == false

_counts_not(review, _) if review.days_since_performed < 0

_counts_not(review, parameters) if review.days_since_performed > parameters.max_days

_shown(days, parameters) := {"field": "/access_review", "actual": days, "expected": parameters.max_days}
