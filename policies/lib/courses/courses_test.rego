package lib.courses_test

import data.lib.courses

# A call that is undefined makes no limb true.
_held(course) if courses.held(course, 365)

else := false

_not_held(course) if courses.not_held(course, 365)

else := false

_ago(days) := {"days_since_held": days}

test_a_course_counts_until_the_last_day if {
	_held(_ago(365)) == true
	_held(_ago(0)) == true
	_not_held(_ago(365)) == false
}

test_a_course_of_another_day_does_not_count if {
	_held(_ago(366)) == false
	_not_held(_ago(366)) == true
	_held(_ago(-1)) == false
	_not_held(_ago(-1)) == true
	_held(_ago("never")) == false
	_not_held(_ago("never")) == true
}

test_a_course_without_a_day_proves_nothing if {
	_held({}) == false
	_not_held({}) == false
}
