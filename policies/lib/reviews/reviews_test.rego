package lib.reviews_test

import data.lib.reviews

_review(days) := {"days_since_performed": days, "scope_ids": ["x", "y"]}

# A call that is undefined makes no limb true.
_held(review, names) if reviews.held([review], names, 5, 10)

else := false

_none_held(review, names) if reviews.none_held([review], names, 5, 10)

else := false

test_a_review_on_the_first_or_last_day_counts if {
	_held(_review(5), ["x"]) == true
	_held(_review(10), ["z", "y"]) == true
	_none_held(_review(5), ["x"]) == false
	_none_held(_review(10), ["z", "y"]) == false
}

test_a_review_on_another_day_does_not_count if {
	_held(_review(4), ["x"]) == false
	_none_held(_review(4), ["x"]) == true
	_held(_review(11), ["x"]) == false
	_none_held(_review(11), ["x"]) == true
}

test_a_review_of_something_else_does_not_count if {
	_held(_review(7), ["z"]) == false
	_none_held(_review(7), ["z"]) == true
}

test_a_review_of_which_a_fact_was_not_read_proves_nothing if {
	_held({"days_since_performed": 7}, ["x"]) == false
	_none_held({"days_since_performed": 7}, ["x"]) == false
	_held({"scope_ids": ["x"]}, ["x"]) == false
	_none_held({"scope_ids": ["x"]}, ["x"]) == false
}

test_without_any_review_none_was_held if reviews.none_held([], ["x"], 5, 10)
