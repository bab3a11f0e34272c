# METADATA
# title: Confidentiality agreements of staff have the required content
# description: an agreement passes when it and the others in force with the same person name all that is required
# schemas:
#   - input: schema["confidentiality_agreement.input"]
package confidentiality.agreement_content

import data.lib.contract_clauses
import data.lib.lists
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each agreement of the batch, by agreement id
# entrypoint: true
verdicts[agreement.id] := _verdict(agreement, agreements, input.parameters) if {
	some agreement in input.resources
	agreements := related.records("confidentiality_agreement", agreement.id)
}

_verdict(agreement, agreements, parameters) := verdict.not_applicable("with_a_vendor") if {
	agreement.party_type == "vendor"
}

else := verdict.not_applicable("draft") if agreement.days_since_signed == "none"

else := verdict.not_applicable("not_in_force") if agreement.in_force == false

else := verdict.not_applicable("person_left") if input.related.staff_member[agreement.party_id].status == "left"

else := verdict.pass(_content(agreements, parameters.required)) if {
	is_string(agreement.party_id)
	_lacking(agreements, parameters) == []
}

else := verdict.fail("content_missing", [{
	"field": "/clauses_present",
	"actual": agreement.clauses_present,
	"expected": _lacking(agreements, parameters),
}]) if {
	_all_seen(agreement)
	is_array(agreement.clauses_present)
	is_string(agreement.party_id)
	agreement.in_force == true
	accept := parameters.accept_detector
	count([one | some one in agreements; _is_decided(one, accept)]) == count(agreements)
	count(_lacking(agreements, parameters)) > 0
}

else := verdict.unknown("agreements_out_of_sight") if {
	is_string(agreement.party_id)
	input.complete.confidentiality_agreement == false
}

else := verdict.unknown("content_undecided") if is_string(agreement.party_id)

else := verdict.unknown("party_unread")

_all_seen(_) if input.complete.confidentiality_agreement == true

# Agreements of which it is not known whose they are may be known not to be those of this person.
_all_seen(agreement) if input.related.staff_member[agreement.party_id].agreements_complete == true

_lacking(agreements, parameters) := lists.missing(parameters.required, [clause |
	some agreement in agreements
	agreement.party_type == "staff"
	agreement.in_force == true
	some clause in contract_clauses.said(agreement, parameters.accept_detector)
])

_is_decided(agreement, _) if agreement.party_type == "vendor"

_is_decided(agreement, _) if agreement.in_force == false

_is_decided(agreement, accept) if {
	agreement.party_type == "staff"
	agreement.in_force == true
	is_array(contract_clauses.said(agreement, accept))
}

_content(agreements, required) := [{"field": field, "actual": agreement.clauses_present, "expected": required} |
	some agreement in agreements
	agreement.in_force == true
	field := sprintf("/confidentiality_agreement/%s/clauses_present", [agreement.id])
]
