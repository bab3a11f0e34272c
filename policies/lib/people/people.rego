# METADATA
# title: People behind a grant
# description: |
#   the people who use a grant, by their jobs. Each question has a pair of helpers, one that proves yes and one that
#   proves no; whoever was found counts for the first, and only people who were all found count for the second
package lib.people

import data.lib.lists

# METADATA
# description: the people found behind a grant
of(grant) := [input.related.staff_member[id] | some id in grant.people_ids]

# METADATA
# description: nobody stands behind the grant
nobody(grant) if {
	grant.people_ids == []
	grant.people_read == true
}

# METADATA
# description: the people found whose job is one of those
with_job(grant, jobs) := [person | some person in of(grant); person.job in _normal(jobs)]

# METADATA
# description: the people found whose job is read and none of those
without_job(grant, jobs) := [person |
	some person in of(grant)
	is_string(person.job)
	lists.lacks(_normal(jobs), person.job)
]

# METADATA
# description: everybody behind the grant was found, somebody was, and has one of those jobs
all_with_job(grant, jobs) if {
	grant.people_read == true
	count(grant.people_ids) > 0
	count(with_job(grant, jobs)) == count(grant.people_ids)
}

# METADATA
# description: everybody behind the grant was found, and nobody has one of those jobs
none_with_job(grant, jobs) if {
	grant.people_read == true
	count(without_job(grant, jobs)) == count(grant.people_ids)
}

# METADATA
# description: those of some jobs that are wanted; undefined where the jobs were not read
common(jobs, wanted) := [job | some job in jobs; job in _normal(wanted)] if is_array(jobs)

# METADATA
# description: the evidence of people, by their jobs
shown(people) := [{"field": field, "actual": person.job_function} |
	some person in people
	field := sprintf("/staff_member/%s/job_function", [person.id])
]

_normal(jobs) := [lower(job) | some job in jobs]
