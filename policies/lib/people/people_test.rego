package lib.people_test

import data.lib.people

_staff := {
	"d": {"id": "d", "job": "dba", "job_function": "DBA"},
	"c": {"id": "c", "job": "clerk", "job_function": "clerk"},
	"u": {"id": "u"},
}

_grant(ids) := {"people_ids": ids, "people_read": true}

_part(ids) := {"people_ids": ids}

_ids(found) := [person.id | some person in found]

_with(grant, jobs) := ids if ids := _ids(people.with_job(grant, jobs)) with input.related.staff_member as _staff

_without(grant, jobs) := ids if ids := _ids(people.without_job(grant, jobs)) with input.related.staff_member as _staff

# A call that is undefined makes no limb true.
_all(grant, jobs) if people.all_with_job(grant, jobs) with input.related.staff_member as _staff

else := false

_none(grant, jobs) if people.none_with_job(grant, jobs) with input.related.staff_member as _staff

else := false

_nobody(grant) if people.nobody(grant)

else := false

test_people_are_told_apart_by_job if {
	_with(_grant(["d", "c", "u"]), ["dba"]) == ["d"]
	_with(_grant(["d"]), ["DBA"]) == ["d"]
	_without(_grant(["d", "c", "u"]), ["dba"]) == ["c"]
}

test_all_have_a_job_only_when_all_were_found_with_it if {
	_all(_grant(["d"]), ["dba"]) == true
	_all(_grant(["d", "c"]), ["dba"]) == false
	_all(_grant(["d", "u"]), ["dba"]) == false
	_all(_part(["d"]), ["dba"]) == false
	_all(_grant([]), ["dba"]) == false
}

test_none_have_a_job_only_when_all_were_found_without_it if {
	_none(_grant(["c"]), ["dba"]) == true
	_none(_grant([]), ["dba"]) == true
	_none(_grant(["c", "d"]), ["dba"]) == false
	_none(_grant(["c", "u"]), ["dba"]) == false
	_none(_part(["c"]), ["dba"]) == false
}

test_somebody_whose_record_is_missing_has_no_known_job if {
	_all(_grant(["d", "x"]), ["dba"]) == false
	_none(_grant(["c", "x"]), ["dba"]) == false
}

test_nobody_is_proved_when_all_were_looked_for if {
	_nobody(_grant([])) == true
	_nobody(_grant(["d"])) == false
	_nobody(_part([])) == false
}

test_people_are_shown_by_their_jobs if {
	people.shown([_staff.d, _staff.u]) == [{"field": "/staff_member/d/job_function", "actual": "DBA"}]
}

test_jobs_in_common_are_those_that_were_read_and_are_wanted if {
	people.common(["bi", "clerk"], ["BI", "analyst"]) == ["bi"]
	people.common([], ["BI"]) == []
	count([found | found := people.common(input.jobs, ["BI"]) with input as {}]) == 0
}
