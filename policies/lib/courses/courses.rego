# METADATA
# title: Training courses
# description: |
#   whether a course was held lately. The question has a pair of helpers, one that proves yes and one that proves no;
#   where neither holds, the day was not read
package lib.courses

# METADATA
# description: the course was held within so many days
held(course, days) if {
	is_number(course.days_since_held)
	course.days_since_held >= 0
	course.days_since_held <= days
}

# METADATA
# description: the course was not held within so many days
# scope: document
not_held(course, _) if course.days_since_held == "never"

not_held(course, _) if {
	is_number(course.days_since_held)
	course.days_since_held < 0
}

not_held(course, days) if {
	is_number(course.days_since_held)
	course.days_since_held > days
}
