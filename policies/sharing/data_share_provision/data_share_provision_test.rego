package sharing.data_share_provision_test

import data.sharing.data_share_provision

_good := {
	"id": "d",
	"kind": "third_party",
	"recipient_role": "processor",
	"recipient_vendor_id": "v",
	"legal_basis": "contract",
	"governing_laws": ["CN"],
	"days_since_executed": 204,
	"days_since_end": "ongoing",
}

_judge(share, links, complete) := answer if {
	document := {
		"parameters": {"lookback_days": 1095},
		"resources": [share],
		"related": {"vendor": {"v": {"id": "v"}}},
		"links": {"vendor": {"d": links}},
		"complete": {"vendor": complete},
	}
	answer := data_share_provision.verdicts.d with input as document
}

_with(facts) := _judge(object.union(_good, facts), ["v"], true)

test_pass_when_all_is_in_order if {
	_judge(_good, ["v"], false) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/legal_basis",
		"actual": "contract",
	}]}
}

test_pass_when_an_authority_is_named if {
	_with({"recipient_role": "authority", "recipient_vendor_id": "none", "recipient_name": "Police"}).reason == "pass"
}

test_pass_when_published_by_duty if {
	facts := {"kind": "public", "recipient_role": "public", "legal_basis": "legal_duty", "days_since_notice": 300}
	_with(facts).reason == "pass"
}

test_fail_without_a_basis if _with({"legal_basis": "none"}).reason == "no_legal_basis"

test_fail_without_separate_consent if {
	facts := {"recipient_role": "controller", "legal_basis": "consent", "separate_consent": false}
	_with(facts).reason == "no_separate_consent"
}

test_fail_when_the_recipient_is_not_registered if {
	_with({"recipient_vendor_id": "none"}).reason == "recipient_not_registered"
	_judge(object.union(_good, {"recipient_vendor_id": "w"}), [], true).reason == "recipient_not_registered"
}

test_fail_when_the_authority_is_not_named if {
	_with({"recipient_role": "authority", "recipient_name": "none"}).reason == "authority_not_named"
}

test_fail_when_people_were_not_told if {
	_with({"recipient_role": "controller", "notice_at": "none", "days_since_notice": "none"}) == {
		"verdict": "fail",
		"reason": "people_not_told",
		"evidence": [{"field": "/notice_at", "actual": "none"}],
	}
}

test_fail_without_a_mechanism if {
	facts := {"kind": "cross_border", "days_since_notice": 300, "transfer_mechanisms": ["sccs"]}
	_with(facts).reason == "no_transfer_mechanism"
}

test_unknown_when_the_recipient_may_be_registered if {
	_judge(object.union(_good, {"recipient_vendor_id": "w"}), [], false).reason == "provision_undecided"
}

test_unknown_when_a_fact_was_not_read if {
	_judge(object.remove(_good, ["legal_basis"]), ["v"], true).reason == "provision_undecided"
	_judge(object.remove(_good, ["kind"]), ["v"], true).reason == "provision_undecided"
}

test_not_applicable_inside if {
	_with({"kind": "internal_cross_department"}).reason == "not_to_others"
	_with({"kind": "bulk_export"}).reason == "not_to_others"
}

test_not_applicable_when_anonymised if _with({"deidentified": "anonymised"}).reason == "anonymised"

test_not_applicable_when_planned if _with({"days_since_executed": -1}).reason == "planned"

test_not_applicable_before_the_period if _with({"days_since_end": 1096}).reason == "before_the_period"

test_every_share_is_answered if {
	document := {
		"parameters": {"lookback_days": 1095},
		"resources": [{"id": "a"}, {"id": "b"}],
		"related": {},
		"links": {"vendor": {"a": [], "b": []}},
		"complete": {"vendor": true},
	}
	answers := data_share_provision.verdicts with input as document
	count(answers) == 2
}
