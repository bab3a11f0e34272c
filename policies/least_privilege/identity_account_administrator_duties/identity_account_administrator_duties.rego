# METADATA
# title: Administrators have an agreement and current training
# description: an administrator passes with a confidentiality agreement in force and, where a person, a recent training
# schemas:
#   - input: schema["identity_account.input"]
package least_privilege.identity_account_administrator_duties

import data.lib.lists
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each account of the batch, by account id
# entrypoint: true
verdicts[account.id] := _verdict(account, input.parameters) if some account in input.resources

_verdict(account, parameters) := verdict.not_applicable("no_administrator") if account.privileged == false

else := verdict.not_applicable("disabled") if account.enabled == false

else := verdict.not_applicable("no_person") if account.kind in {"break_glass", "root", "service"}

else := verdict.not_applicable("nobody_behind") if {
	account.has_person == false
	account.vendor_id == "none"
}

else := verdict.not_applicable("person_left") if account.staff_status == "left"

else := verdict.fail("no_agreement", [_privileged, _shown("confidentiality_agreement", _bound(account))]) if {
	account.privileged == true
	account.enabled == true
	_party_is_known(account)
	_no_agreement(account)
}

else := verdict.fail("untrained", [_privileged, _shown("training_record", _counted(account, parameters))]) if {
	account.privileged == true
	account.enabled == true
	account.has_person == true
	_no_training(account, parameters)
}

else := verdict.pass([
	_privileged,
	_shown("confidentiality_agreement", _bound(account)),
	_shown("training_record", _counted(account, parameters)),
]) if {
	account.privileged == true
	count(_bound(account)) > 0
	_is_trained(account, parameters)
}

else := verdict.unknown("duties_undecided")

_privileged := {"field": "/privileged", "actual": true}

_shown(kind, ids) := {"field": sprintf("/%s", [kind]), "actual": ids}

_agreements(account) := related.records("confidentiality_agreement", account.id)

_trainings(account) := related.records("training_record", account.id)

_bound(account) := [agreement.id |
	some agreement in _agreements(account)
	agreement.in_force == true
	_is_of(agreement, account)
]

_is_of(agreement, account) if {
	agreement.party_type == "staff"
	agreement.party_id == account.staff_id
}

_is_of(agreement, account) if {
	agreement.party_type == "vendor"
	agreement.party_id == account.vendor_id
}

# Without a person the vendor is the party, so it has to be known.
_party_is_known(account) if account.has_person == true

_party_is_known(account) if {
	account.has_person == false
	is_string(account.vendor_id)
}

_no_agreement(account) if {
	account.agreements_complete == true
	agreements := _agreements(account)
	count([agreement | some agreement in agreements; agreement.in_force == false]) == count(agreements)
}

# A vendor trains its own people.
_is_trained(account, _) if account.has_person == false

_is_trained(account, parameters) if count(_counted(account, parameters)) > 0

_counted(account, parameters) := [training.id |
	some training in _trainings(account)
	training.course_kind in {"role_based", "general"}
	training.passed == true
	training.days_since_completed >= 0
	training.days_since_completed <= parameters.training_days
]

_no_training(account, parameters) if {
	account.trainings_complete == true
	input.complete.training_course == true
	trainings := _trainings(account)
	count([training | some training in trainings; _counts_not(training, parameters)]) == count(trainings)
}

_counts_not(training, _) if training.passed == false

_counts_not(training, parameters) if training.days_since_completed > parameters.training_days

_counts_not(training, _) if {
	is_string(training.course_kind)
	lists.lacks(["role_based", "general"], training.course_kind)
}
