# METADATA
# title: Job roles
# description: |
#   what a job role allows on what a grant reaches. The question has a pair of helpers, one that proves yes and one that
#   proves no; where neither holds, a field that decides was not read
package lib.job_role

import data.lib.lists

_breadth := {"record_subset": 0, "object": 1, "all_objects": 2}

# METADATA
# description: the role is approved and allows the action of the grant, in its breadth, on what it reaches
fits(role, grant, action) if {
	lists.lacks(["none"], role.approved_by_staff_id)
	action in role.allowed_actions
	_breadth[grant.scope] <= _breadth[role.scope]
	some name in role.allowed_resource_ids
	_covers(name, grant)
}

# METADATA
# description: the role does not allow the action of the grant
# scope: document
falls_short(role, _, _) if role.approved_by_staff_id == "none"

falls_short(role, _, action) if lists.lacks(role.allowed_actions, action)

falls_short(role, grant, _) if _breadth[grant.scope] > _breadth[role.scope]

falls_short(role, grant, _) if {
	is_array(role.allowed_resource_ids)
	missed := [name | some name in role.allowed_resource_ids; _misses(name, grant)]
	count(missed) == count(role.allowed_resource_ids)
}

_covers(name, grant) if name == grant.resource_id

_covers(name, grant) if {
	some end in _ends
	startswith(grant.resource_id, sprintf("%s%s", [name, end]))
}

_covers(name, grant) if {
	startswith(name, "tag:")
	name in grant.resource_tags
}

_misses(name, grant) if {
	startswith(name, "tag:") == false
	lists.lacks([name], grant.resource_id)
	apart := [end | some end in _ends; startswith(grant.resource_id, sprintf("%s%s", [name, end])) == false]
	count(apart) == count(_ends)
}

_misses(name, grant) if {
	startswith(name, "tag:")
	lists.lacks(grant.resource_tags, name)
}

# What follows the name of a thing in the id of a part of it.
_ends := [":", ".", "/"]
