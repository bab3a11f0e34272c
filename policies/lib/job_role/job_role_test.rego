package lib.job_role_test

import data.lib.job_role

_role := {
	"approved_by_staff_id": "boss",
	"allowed_actions": ["read"],
	"scope": "object",
	"allowed_resource_ids": ["pg:crm", "tag:team=crm"],
}

_grant := {"resource_id": "pg:crm:public.customer", "scope": "object", "resource_tags": []}

# A call that is undefined makes no limb true.
_fits(role, grant, action) if job_role.fits(object.union(_role, role), object.union(_grant, grant), action)

else := false

_falls_short(role, grant, action) if {
	job_role.falls_short(object.union(_role, role), object.union(_grant, grant), action)
}

else := false

_lacks(names) := [job_role.fits(role, _grant, "read") | role := object.remove(_role, names)]

_short(names) := [job_role.falls_short(role, _grant, "read") | role := object.remove(_role, names)]

test_a_role_fits_what_it_allows_on_a_part_of_what_it_names if {
	_fits({}, {}, "read") == true
	_fits({}, {"resource_id": "pg:crm"}, "read") == true
	_fits({}, {"resource_id": "pg:crm.x", "scope": "record_subset"}, "read") == true
	_fits({}, {"resource_id": "pg:crm/x"}, "read") == true
	_fits({}, {"resource_id": "s3", "resource_tags": ["tag:team=crm"]}, "read") == true
	_falls_short({}, {}, "read") == false
	_falls_short({}, {"resource_id": "s3", "resource_tags": ["tag:team=crm"]}, "read") == false
}

test_a_role_falls_short_of_what_it_does_not_allow if {
	_falls_short({}, {}, "delete") == true
	_falls_short({"approved_by_staff_id": "none"}, {}, "read") == true
	_falls_short({}, {"scope": "all_objects"}, "read") == true
	_falls_short({}, {"resource_id": "pg:crm2"}, "read") == true
	_falls_short({"allowed_resource_ids": []}, {}, "read") == true
	_fits({}, {}, "delete") == false
	_fits({"approved_by_staff_id": "none"}, {}, "read") == false
	_fits({}, {"scope": "all_objects"}, "read") == false
	_fits({}, {"resource_id": "pg:crm2"}, "read") == false
}

test_what_was_not_read_proves_neither if {
	fields := ["approved_by_staff_id", "allowed_actions", "scope", "allowed_resource_ids"]
	count([name | some name in fields; _lacks([name]) == []]) == 4
	count([name | some name in fields; _short([name]) == []]) == 4
}

test_tags_that_were_not_read_leave_a_tagged_role_open if {
	grant := {"resource_id": "s3", "scope": "object"}
	count([found | found := job_role.fits(_role, grant, "read")]) == 0
	count([found | found := job_role.falls_short(_role, grant, "read")]) == 0
}
