# METADATA
# title: Outsourced people signed and were trained before access
# description: |
#   a person from outside passes with an agreement in force and a training of the last year, both before each grant on
#   personal data
# schemas:
#   - input: schema["staff_member.input"]
package vendors.staff_member_outsourced

import data.lib.outside_staff
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each person of the batch, by person id
# entrypoint: true
verdicts[person.id] := _verdict(person, agreements, trainings, input.parameters) if {
	some person in input.resources
	agreements := related.records("confidentiality_agreement", person.id)
	trainings := related.records("training_record", person.id)
}

_verdict(person, agreements, trainings, parameters) := verdict.not_applicable("own_staff") if {
	person.employment_type in {"employee", "intern"}
}

else := verdict.not_applicable("not_active") if person.status in {"leave", "left"}

else := verdict.not_applicable("no_personal_data") if person.handles_pi == false

else := verdict.fail("no_agreement_in_force", [_seen("agreements_complete", person.agreements_complete)]) if {
	person.agreements_complete == true
	count([agreement | some agreement in agreements; _binds_not(agreement)]) == count(agreements)
}

else := verdict.fail("not_trained", [_seen("trainings_complete", person.trainings_complete)]) if {
	person.trainings_complete == true
	days := parameters.training_days
	count([training | some training in trainings; _is_stale(training, days)]) == count(trainings)
}

else := verdict.fail("granted_before_signature", early) if {
	person.agreements_complete == true
	early := [_granted(grant) |
		some grant in outside_staff.grants(person)
		outside_staff.binds(grant, parameters.baseline_on)
		count([one | some one in agreements; outside_staff.signed_after(one, grant)]) == count(agreements)
	]
	count(early) > 0
}

else := verdict.fail("granted_before_training", early) if {
	person.trainings_complete == true
	early := [_granted(grant) |
		some grant in outside_staff.grants(person)
		outside_staff.binds(grant, parameters.baseline_on)
		count([one | some one in trainings; outside_staff.trained_after(one, grant)]) == count(trainings)
	]
	count(early) > 0
}

else := verdict.pass(_proofs(agreements, trainings, parameters.training_days)) if {
	count([agreement | some agreement in agreements; _binds(agreement)]) > 0
	count([training | some training in trainings; _is_fresh(training, parameters.training_days)]) > 0
	input.complete.identity_account == true
	input.complete.access_grant == true
	grants := outside_staff.grants(person)
	count([one | some one in grants; _in_order(one, agreements, trainings, parameters.baseline_on)]) == count(grants)
}

else := verdict.unknown("agreement_or_training_undecided")

_binds(agreement) if {
	agreement.party_type == "staff"
	agreement.in_force == true
}

_binds_not(agreement) if agreement.party_type == "vendor"

_binds_not(agreement) if agreement.in_force == false

_is_fresh(training, days) if {
	training.successful == true
	training.days_since_completed >= 0
	training.days_since_completed <= days
}

_is_stale(training, _) if training.successful == false

_is_stale(training, days) if {
	is_number(training.days_since_completed)
	training.days_since_completed > days
}

_is_stale(training, _) if training.days_since_completed < 0

_in_order(grant, _, _, baseline) if outside_staff.spares(grant, baseline)

_in_order(grant, agreements, trainings, _) if {
	some agreement in agreements
	outside_staff.signed_by(agreement, grant)
	some training in trainings
	outside_staff.trained_by(training, grant)
}

_seen(field, actual) := {"field": sprintf("/%s", [field]), "actual": actual}

_granted(grant) := {"field": sprintf("/access_grant/%s/granted_at", [grant.id]), "actual": grant.granted_at}

_proofs(agreements, trainings, days) := array.concat(
	[{"field": sprintf("/confidentiality_agreement/%s/in_force", [agreement.id]), "actual": agreement.in_force} |
		some agreement in agreements
		_binds(agreement)
	],
	[{"field": sprintf("/training_record/%s/completed_at", [training.id]), "actual": training.completed_at} |
		some training in trainings
		_is_fresh(training, days)
	],
)
