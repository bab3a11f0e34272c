# METADATA
# title: Clearance is at or above the data level
# description: a grant passes when it shows masked values only, or everybody who uses it is cleared for the level
# schemas:
#   - input: schema["access_grant.input"]
package least_privilege.access_grant_clearance

import data.lib.levels
import data.lib.lists
import data.lib.people
import data.lib.verdict

# METADATA
# description: one answer for each grant of the batch, by grant id
# entrypoint: true
verdicts[grant.id] := _verdict(grant) if some grant in input.resources

_verdict(grant) := verdict.not_applicable("not_personal") if levels.below(grant.data_level, "personal")

else := verdict.not_applicable("shows_nothing") if {
	count(lists.missing(["read", "export", "decrypt", "admin"], grant.actions)) == 4
}

else := verdict.not_applicable("outsider") if grant.principal_type in {"external", "public"}

else := verdict.not_applicable("nobody") if people.nobody(grant)

else := verdict.fail("clearance_too_low", [_clearance(person, grant) | some person in _uncleared(grant)]) if {
	grant.masked_view_only == false
	count(_uncleared(grant)) > 0
}

else := verdict.pass([{"field": "/masked_view_only", "actual": true}]) if grant.masked_view_only == true

else := verdict.pass([_clearance(person, grant) | some person in people.of(grant)]) if {
	grant.people_read == true
	count(grant.people_ids) > 0
	cleared := [id | some id in grant.people_ids; _is_cleared(input.related.staff_member[id], grant)]
	count(cleared) == count(grant.people_ids)
}

else := verdict.unknown("clearance_unread")

_is_cleared(person, grant) if levels.reaches(person.clearance_level, grant.data_level)

# What nobody classified is judged as personal; what the grant reaches has to be known for that.
_is_cleared(person, grant) if {
	is_string(grant.resource_type)
	is_string(grant.resource_id)
	levels.reaches(person.clearance_level, grant.judged_level)
}

_uncleared(grant) := [person |
	some person in people.of(grant)
	levels.below(person.clearance_level, grant.judged_level)
]

_clearance(person, grant) := {
	"field": sprintf("/staff_member/%s/clearance_level", [person.id]),
	"actual": person.clearance_level,
	"expected": grant.judged_level,
}
