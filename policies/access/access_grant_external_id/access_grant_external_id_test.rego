package access.access_grant_external_id_test

import data.access.access_grant_external_id

_answer(grant) := answer if {
	document := {"resources": [object.union({"id": "g", "is_role_trust": true, "principal_id": "p"}, grant)]}
	answer := access_grant_external_id.verdicts.g with input as document
}

_reason_of(grant) := _answer(grant).reason

_outside := {"trust_relation": "external", "external_id_required": false, "organization_condition": false}

_but(changes) := object.union(_outside, changes)

_who := {"field": "/principal_id", "actual": "p"}

_wanted(field) := {"field": field, "actual": false, "expected": true}

test_fail_when_an_outside_account_needs_no_external_id if {
	_answer(_outside) == {"verdict": "fail", "reason": "no_external_id", "evidence": [
		_who,
		_wanted("/external_id_required"),
		_wanted("/organization_condition"),
	]}
}

test_fail_when_anybody_may_assume_the_role if {
	_answer(_but({"trust_relation": "any", "external_id_required": true})) == {
		"verdict": "fail",
		"reason": "anybody",
		"evidence": [_who, _wanted("/organization_condition")],
	}
}

test_fail_names_the_relation_when_the_principal_is_not_known if {
	document := {"resources": [object.union({"id": "g", "is_role_trust": true}, _outside)]}
	answer := access_grant_external_id.verdicts.g with input as document
	answer.evidence[0] == {"field": "/trust_relation", "actual": "external"}
}

test_pass_when_an_external_id_is_demanded if {
	_answer({"trust_relation": "external", "external_id_required": true}) == {
		"verdict": "pass",
		"reason": "pass",
		"evidence": [_who, {"field": "/external_id_required", "actual": true}],
	}
}

test_pass_when_bound_to_the_organisation if {
	_answer({"trust_relation": "external", "organization_condition": true}).evidence == [
		_who,
		{"field": "/organization_condition", "actual": true},
	]
	_reason_of(_but({"trust_relation": "any", "organization_condition": true})) == "pass"
}

test_unknown_when_the_relation_was_not_read if {
	document := {"resources": [object.union({"id": "g", "is_role_trust": true}, {"external_id_required": false})]}
	answer := access_grant_external_id.verdicts.g with input as document
	answer == {"verdict": "unknown", "reason": "trust_unread", "evidence": []}
}

test_unknown_when_a_condition_was_not_read if {
	_reason_of({"trust_relation": "external", "external_id_required": false}) == "trust_unread"
	_reason_of({"trust_relation": "external", "organization_condition": false}) == "trust_unread"
	_reason_of({"trust_relation": "any", "external_id_required": true}) == "trust_unread"
}

test_unknown_when_not_known_to_be_a_trust if {
	document := {"resources": [object.union({"id": "g"}, _outside)]}
	answer := access_grant_external_id.verdicts.g with input as document
	answer.reason == "trust_unread"
}

test_not_applicable_when_no_trust if _reason_of(_but({"is_role_trust": false})) == "no_trust"

test_not_applicable_when_trusting_an_own_account if {
	_reason_of(_but({"trust_relation": "same_account"})) == "own_account"
	_reason_of(_but({"trust_relation": "same_organization"})) == "own_account"
}

test_not_applicable_when_no_account_is_trusted if {
	_reason_of(_but({"trust_relation": "service"})) == "no_account"
	_reason_of(_but({"trust_relation": "federated"})) == "no_account"
}

test_every_grant_is_answered if {
	count(access_grant_external_id.verdicts) == 2 with input as {"resources": [{"id": "a"}, {"id": "b"}]}
}
