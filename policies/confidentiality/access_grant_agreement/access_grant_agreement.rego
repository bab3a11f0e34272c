# METADATA
# title: Confidentiality agreements are signed before access
# description: a grant to a person passes when an agreement of that person was in force on the day of the grant
# schemas:
#   - input: schema["access_grant.input"]
package confidentiality.access_grant_agreement

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each grant of the batch, by grant id
# entrypoint: true
verdicts[grant.id] := _verdict(grant, agreements, input.parameters.baseline_on) if {
	some grant in input.resources
	agreements := _agreements(grant)
}

_verdict(grant, agreements, baseline) := verdict.not_applicable("other_level") if {
	grant.data_level in {"none", "public", "internal"}
}

else := verdict.not_applicable("no_account") if {
	grant.principal_type in {"database_role", "group", "external", "public"}
}

else := verdict.not_applicable("no_person") if _staff_id(grant) == "none"

else := verdict.not_applicable("person_left") if _status(grant) == "left"

else := verdict.not_applicable("before_the_baseline") if {
	is_number(grant.days_since_granted)
	grant.granted_at < baseline
}

else := verdict.fail("never_signed", [_granted(grant)]) if {
	_is_decided(grant)
	count([one | some one in agreements; _is_unsigned(one)]) == count(agreements)
}

else := verdict.fail("not_signed_by_then", array.concat([_granted(grant)], _signatures(agreements))) if {
	_is_decided(grant)
	is_number(grant.days_since_granted)
	count([one | some one in agreements; _binds_not(one, grant)]) == count(agreements)
}

else := verdict.pass(array.concat([_granted(grant)], _signatures(binding))) if {
	binding := [one | some one in agreements; _binds(one, grant)]
	count(binding) > 0
}

else := verdict.unknown("agreements_out_of_sight") if input.complete.confidentiality_agreement == false

else := verdict.unknown("person_or_dates_unread")

_staff_id(grant) := account.staff_id if account := input.related.identity_account[grant.principal_id]

_status(grant) := person.status if {
	id := _staff_id(grant)
	person := input.related.staff_member[id]
}

_agreements(grant) := [agreement |
	some id in input.links.confidentiality_agreement[grant.principal_id]
	agreement := input.related.confidentiality_agreement[id]
]

# It is known who the person is, and that no agreement of theirs is out of sight.
_is_decided(grant) if {
	is_string(grant.granted_at)
	lists.lacks(["none"], _staff_id(grant))
	_all_seen(grant)
}

_all_seen(_) if input.complete.confidentiality_agreement == true

# Agreements of which it is not known whose they are may be known not to be those of this person.
_all_seen(grant) if {
	id := _staff_id(grant)
	input.related.staff_member[id].agreements_complete == true
}

_binds(agreement, grant) if {
	agreement.party_type == "staff"
	is_number(agreement.days_since_signed)
	is_number(grant.days_since_granted)
	agreement.days_since_signed >= grant.days_since_granted
	_lasted(agreement, grant)
}

_lasted(agreement, _) if agreement.days_since_end == "open_ended"

_lasted(agreement, grant) if {
	is_number(agreement.days_since_end)
	agreement.days_since_end <= grant.days_since_granted
}

_is_unsigned(agreement) if agreement.party_type == "vendor"

_is_unsigned(agreement) if agreement.days_since_signed == "none"

_binds_not(agreement, _) if _is_unsigned(agreement)

_binds_not(agreement, grant) if {
	is_number(agreement.days_since_signed)
	agreement.days_since_signed < grant.days_since_granted
}

_binds_not(agreement, grant) if {
	is_number(agreement.days_since_end)
	agreement.days_since_end > grant.days_since_granted
}

_granted(grant) := {"field": "/granted_at", "actual": grant.granted_at}

_signatures(agreements) := [{"field": field, "actual": agreement.signed_at} |
	some agreement in agreements
	field := sprintf("/confidentiality_agreement/%s/signed_at", [agreement.id])
]
