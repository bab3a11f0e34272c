package vendors.staff_member_outsourced_test

import data.vendors.staff_member_outsourced

_person := {"id": "s", "agreements_complete": true, "trainings_complete": true}

_agreement := {"id": "n", "party_type": "staff", "in_force": true, "days_since_signed": 265}

_training := {"id": "t", "successful": true, "completed_at": "2026-03-01", "days_since_completed": 265}

_grant := {"id": "g", "data_level": "personal", "granted_at": "2026-03-01", "days_since_granted": 265}

_judge(facts, agreement, training, grant) := answer if {
	document := {
		"parameters": {"training_days": 365, "baseline_on": "2026-01-01"},
		"resources": [object.union(_person, facts)],
		"related": {
			"confidentiality_agreement": {"n": agreement},
			"training_record": {"t": training},
			"identity_account": {"a": {"id": "a"}},
			"access_grant": {"g": grant},
		},
		"links": {
			"confidentiality_agreement": {"s": ["n"]},
			"training_record": {"s": ["t"]},
			"identity_account": {"s": ["a"]},
			"access_grant": {"a": ["g"]},
		},
		"complete": {"identity_account": true, "access_grant": true},
	}
	answer := staff_member_outsourced.verdicts.s with input as document
}

_signed(facts) := _judge({}, object.union(_agreement, facts), _training, _grant).reason

_trained(facts) := _judge({}, _agreement, object.union(_training, facts), _grant).reason

test_pass_when_signed_and_trained_by_then if {
	_judge({}, _agreement, _training, _grant) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/confidentiality_agreement/n/in_force", "actual": true},
		{"field": "/training_record/t/completed_at", "actual": "2026-03-01"},
	]}
}

test_pass_when_the_grant_has_no_order if {
	_judge({}, _agreement, _training, object.union(_grant, {"data_level": "internal"})).reason == "pass"
}

test_fail_when_no_agreement_is_in_force if {
	_signed({"in_force": false}) == "no_agreement_in_force"
	_signed({"party_type": "vendor"}) == "no_agreement_in_force"
}

test_fail_when_not_trained if {
	_trained({"days_since_completed": 366}) == "not_trained"
	_trained({"days_since_completed": -1}) == "not_trained"
	_trained({"successful": false}) == "not_trained"
}

test_fail_when_granted_before_signature if {
	_judge({}, object.union(_agreement, {"days_since_signed": 264}), _training, _grant) == {
		"verdict": "fail",
		"reason": "granted_before_signature",
		"evidence": [{"field": "/access_grant/g/granted_at", "actual": "2026-03-01"}],
	}
}

test_fail_when_granted_before_training if _trained({"days_since_completed": 264}) == "granted_before_training"

test_unknown_when_the_day_of_the_grant_is_not_known if {
	unknown := {"id": "g", "granted_at": "unknown", "days_since_granted": "unknown"}
	_judge({}, _agreement, _training, unknown).reason == "agreement_or_training_undecided"
}

test_unknown_when_a_register_is_partial if {
	partly := {"agreements_complete": false, "trainings_complete": false}
	late := object.union(_agreement, {"days_since_signed": 264})
	_judge(partly, late, _training, _grant).reason == "agreement_or_training_undecided"
}

test_unknown_when_an_agreement_was_not_read if {
	_judge({}, {"id": "n"}, _training, _grant).reason == "agreement_or_training_undecided"
}

test_not_applicable_to_own_staff if {
	_judge({"employment_type": "employee"}, _agreement, _training, _grant).reason == "own_staff"
}

test_not_applicable_when_not_active if {
	_judge({"status": "leave"}, _agreement, _training, _grant).reason == "not_active"
}

test_not_applicable_without_personal_data if {
	_judge({"handles_pi": false}, _agreement, _training, _grant).reason == "no_personal_data"
}

test_every_person_is_answered if {
	nothing := {"a": [], "b": []}
	document := {
		"parameters": {"training_days": 365, "baseline_on": "2026-01-01"},
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"confidentiality_agreement": nothing, "training_record": nothing, "identity_account": nothing},
		"complete": {"identity_account": true, "access_grant": true},
	}
	answers := staff_member_outsourced.verdicts with input as document
	count(answers) == 2
}
