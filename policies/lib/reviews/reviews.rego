# METADATA
# title: Reviews of access
# description: whether something was reviewed between two days, which are given as days before today
package lib.reviews

import data.lib.lists

# METADATA
# description: some review that names one of those names was held so many days ago
held(reviews, names, least, most) if {
	some review in reviews
	review.days_since_performed >= least
	review.days_since_performed <= most
	some name in names
	name in review.scope_ids
}

# METADATA
# description: each review was held on another day, or names none of those names
none_held(reviews, names, least, most) if {
	count([review | some review in reviews; _is_other(review, names, least, most)]) == count(reviews)
}

_is_other(review, _, least, _) if review.days_since_performed < least

_is_other(review, _, _, most) if review.days_since_performed > most

_is_other(review, names, _, _) if {
	count([name | some name in names; lists.lacks(review.scope_ids, name)]) == count(names)
}
