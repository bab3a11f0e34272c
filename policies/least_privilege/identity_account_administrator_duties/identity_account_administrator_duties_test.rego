package least_privilege.identity_account_administrator_duties_test

import data.least_privilege.identity_account_administrator_duties

_seen(account, agreement, training, courses) := answer if {
	document := {
		"parameters": {"training_days": 365},
		"resources": [object.union({"id": "a", "agreements_complete": true, "trainings_complete": true}, account)],
		"related": {
			"confidentiality_agreement": {"n": object.union({"id": "n"}, agreement)},
			"training_record": {"t": object.union({"id": "t"}, training)},
		},
		"links": {
			"confidentiality_agreement": {"a": ["n" | count(agreement) > 0]},
			"training_record": {"a": ["t" | count(training) > 0]},
		},
		"complete": {"training_course": courses},
	}
	answer := identity_account_administrator_duties.verdicts.a with input as document
}

_reason_of(account, agreement, training) := _seen(account, agreement, training, true).reason

_admin := {
	"privileged": true,
	"enabled": true,
	"kind": "human",
	"staff_id": "p",
	"has_person": true,
	"vendor_id": "none",
	"staff_status": "active",
}

_but(facts) := object.union(_admin, facts)

_vendor := _but({"kind": "vendor", "staff_id": "none", "has_person": false, "staff_status": "none", "vendor_id": "v"})

_nda := {"party_type": "staff", "party_id": "p", "in_force": true}

_vendor_nda := {"party_type": "vendor", "party_id": "v", "in_force": true}

_course := {"course_kind": "general", "passed": true, "days_since_completed": 365}

_trained(facts) := object.union(_course, facts)

test_pass_when_bound_and_trained if {
	_seen(_admin, _nda, _course, false) == {"verdict": "pass", "reason": "pass", "evidence": [
		{"field": "/privileged", "actual": true},
		{"field": "/confidentiality_agreement", "actual": ["n"]},
		{"field": "/training_record", "actual": ["t"]},
	]}
	_reason_of(_admin, _nda, _trained({"course_kind": "role_based"})) == "pass"
}

test_pass_when_the_vendor_is_bound if _reason_of(_vendor, _vendor_nda, {}) == "pass"

test_fail_when_no_agreement_is_in_force if {
	_seen(_admin, object.union(_nda, {"in_force": false}), _course, true) == {
		"verdict": "fail",
		"reason": "no_agreement",
		"evidence": [{"field": "/privileged", "actual": true}, {"field": "/confidentiality_agreement", "actual": []}],
	}
	_reason_of(_admin, {}, _course) == "no_agreement"
	_reason_of(_vendor, {}, {}) == "no_agreement"
}

test_fail_when_untrained if {
	_reason_of(_admin, _nda, {}) == "untrained"
	_reason_of(_admin, _nda, _trained({"days_since_completed": 366})) == "untrained"
	_reason_of(_admin, _nda, _trained({"passed": false})) == "untrained"
	_reason_of(_admin, _nda, _trained({"course_kind": "ethics"})) == "untrained"
	_reason_of(_admin, {"party_type": "staff", "party_id": "p"}, {}) == "untrained"
}

test_unknown_when_privileged_was_not_read if {
	_reason_of({"enabled": true, "staff_id": "p", "has_person": true}, {}, {}) == "duties_undecided"
}

test_unknown_when_the_state_was_not_read if {
	_reason_of({"privileged": true, "staff_id": "p", "has_person": true}, {}, {}) == "duties_undecided"
}

test_unknown_when_the_party_was_not_read if {
	_reason_of({"privileged": true, "enabled": true}, {}, {}) == "duties_undecided"
	_reason_of({"privileged": true, "enabled": true, "has_person": false}, {}, {}) == "duties_undecided"
}

test_unknown_when_a_register_is_partial if {
	_reason_of(_but({"agreements_complete": false}), {}, _course) == "duties_undecided"
	_reason_of(_but({"trainings_complete": false}), _nda, {}) == "duties_undecided"
	_seen(_admin, _nda, {}, false).reason == "duties_undecided"
}

test_unknown_when_the_agreement_or_the_training_is_undecided if {
	_reason_of(_admin, {"party_type": "staff", "party_id": "p"}, _course) == "duties_undecided"
	_reason_of(_admin, {"party_id": "p", "in_force": true}, _course) == "duties_undecided"
	_reason_of(_admin, _nda, {"course_kind": "general", "days_since_completed": 3}) == "duties_undecided"
	_reason_of(_admin, _nda, _trained({"days_since_completed": -1})) == "duties_undecided"
}

test_not_applicable_when_the_duty_does_not_bind if {
	_reason_of(_but({"privileged": false}), {}, {}) == "no_administrator"
	_reason_of(_but({"enabled": false}), {}, {}) == "disabled"
	_reason_of(_but({"kind": "service"}), {}, {}) == "no_person"
	_reason_of(_but({"staff_id": "none", "has_person": false}), {}, {}) == "nobody_behind"
	_reason_of(_but({"staff_status": "left"}), {}, {}) == "person_left"
}

test_every_account_is_answered if {
	document := {"parameters": {"training_days": 365}, "resources": [{"id": "a"}, {"id": "b"}]}
	answers := identity_account_administrator_duties.verdicts with input as document
	count(answers) == 2
}
