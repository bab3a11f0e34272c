# METADATA
# title: Staff have a confidentiality agreement in force
# description: a person passes when one of their agreements is signed and not over
# schemas:
#   - input: schema["staff_member.input"]
package confidentiality.staff_member_agreement

import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each person of the batch, by person id
# entrypoint: true
verdicts[person.id] := _verdict(person, _agreements(person)) if some person in input.resources

_verdict(person, agreements) := verdict.not_applicable("not_at_work") if person.status in {"leave", "left"}

else := verdict.not_applicable("no_customer_data") if person.handles_pi == false

else := verdict.pass(_terms(_binding(agreements))) if count(_binding(agreements)) > 0

else := verdict.fail("no_agreement", [{"field": "/confidentiality_agreement", "actual": "none"}]) if {
	person.agreements_complete == true
	agreements == []
}

else := verdict.fail("none_in_force", _terms(agreements)) if {
	person.agreements_complete == true
	count([agreement | some agreement in agreements; _not_binding(agreement)]) == count(agreements)
}

else := verdict.unknown("agreements_out_of_sight") if person.agreements_complete == false

else := verdict.unknown("terms_unread")

_agreements(person) := related.records("confidentiality_agreement", person.id)

_binding(agreements) := [agreement |
	some agreement in agreements
	agreement.party_type == "staff"
	agreement.in_force == true
]

_not_binding(agreement) if agreement.in_force == false

_not_binding(agreement) if agreement.party_type == "vendor"

_terms(agreements) := [item |
	some agreement in agreements
	some field in ["signed_at", "effective_to"]
	item := {"field": sprintf("/confidentiality_agreement/%s/%s", [agreement.id, field]), "actual": agreement[field]}
]
