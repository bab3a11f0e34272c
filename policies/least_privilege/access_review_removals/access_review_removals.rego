# METADATA
# title: Removals decided in a review were done
# description: a review passes when the removals that it decided were finished within the limit
# schemas:
#   - input: schema["access_review.input"]
package least_privilege.access_review_removals

import data.lib.deadline
import data.lib.verdict

# METADATA
# description: one answer for each review of the batch, by review id
# entrypoint: true
verdicts[review.id] := _verdict(review, input.parameters) if some review in input.resources

_verdict(review, parameters) := verdict.not_applicable("nothing_to_remove") if review.revoke_decisions == 0

else := verdict.not_applicable("not_held_yet") if review.days_since_performed < 0

else := verdict.not_due("due", deadline.after_days(review.performed_day, parameters.max_days)) if {
	_is_open(review)
	review.days_since_performed <= parameters.max_days
}

else := verdict.not_applicable("closed_before_the_period") if {
	_took(review) > parameters.max_days
	review.days_since_revocations_done > parameters.lookback_days
}

else := verdict.fail("still_open", [_decided(review), _since(review, parameters)]) if {
	review.revoke_decisions > 0
	_is_open(review)
	review.days_since_performed > parameters.max_days
}

else := verdict.fail("done_late", [_decided(review), _shown(review, parameters)]) if {
	review.revoke_decisions > 0
	_took(review) > parameters.max_days
}

else := verdict.pass([_decided(review), _shown(review, parameters)]) if {
	review.revoke_decisions > 0
	_took(review) >= 0
	_took(review) <= parameters.max_days
}

else := verdict.unknown("review_unread")

# A day to come is a plan.
_is_open(review) if review.days_to_revocations == "none"

_is_open(review) if {
	is_number(review.days_since_revocations_done)
	review.days_since_revocations_done < 0
}

_took(review) := review.days_to_revocations if {
	is_number(review.days_to_revocations)
	review.days_since_revocations_done >= 0
}

_decided(review) := {"field": "/revoke_decisions", "actual": review.revoke_decisions}

_since(review, parameters) := {
	"field": "/days_since_performed",
	"actual": review.days_since_performed,
	"expected": parameters.max_days,
}

_shown(review, parameters) := {
	"field": "/days_to_revocations",
	"actual": review.days_to_revocations,
	"expected": parameters.max_days,
}
