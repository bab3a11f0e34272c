package confidentiality.agreement_content_test

import data.confidentiality.agreement_content

_agreement(id, clauses) := {
	"id": id,
	"party_type": "staff",
	"party_id": "s",
	"in_force": true,
	"days_since_signed": 100,
	"clauses_source": "register",
	"clauses_present": clauses,
}

_judge(agreement, others, complete) := answer if {
	agreements := array.concat([agreement], others)
	document := {
		"parameters": {"required": ["duties", "storage"], "accept_detector": true},
		"resources": [agreement],
		"related": {
			"confidentiality_agreement": {one.id: one | some one in agreements},
			"staff_member": {"s": {"status": "active"}, "t": {"status": "left"}},
		},
		"links": {"confidentiality_agreement": {"n": [one.id | some one in agreements]}},
		"complete": {"confidentiality_agreement": complete},
	}
	answer := agreement_content.verdicts.n with input as document
}

_lacking := _agreement("n", ["duties"])

test_pass_when_all_is_named if {
	_judge(_agreement("n", ["duties", "storage"]), [], false) == {"verdict": "pass", "reason": "pass", "evidence": [{
		"field": "/confidentiality_agreement/n/clauses_present",
		"actual": ["duties", "storage"],
		"expected": ["duties", "storage"],
	}]}
}

test_pass_when_an_annex_adds_what_is_missing if {
	_judge(_lacking, [_agreement("m", ["storage"])], true).reason == "pass"
}

test_fail_when_something_is_missing if {
	_judge(_lacking, [], true) == {"verdict": "fail", "reason": "content_missing", "evidence": [{
		"field": "/clauses_present",
		"actual": ["duties"],
		"expected": ["storage"],
	}]}
}

test_fail_when_the_annex_is_over_or_with_a_vendor if {
	_judge(_lacking, [object.union(_agreement("m", ["storage"]), {"in_force": false})], true).verdict == "fail"
	_judge(_lacking, [object.union(_agreement("m", ["storage"]), {"party_type": "vendor"})], true).verdict == "fail"
}

test_fail_when_all_agreements_of_the_person_are_in_sight if {
	document := {
		"parameters": {"required": ["storage"], "accept_detector": true},
		"resources": [_lacking],
		"related": {
			"confidentiality_agreement": {"n": _lacking},
			"staff_member": {"s": {"agreements_complete": true}},
		},
		"links": {"confidentiality_agreement": {"n": ["n"]}},
		"complete": {"confidentiality_agreement": false},
	}
	answer := agreement_content.verdicts.n with input as document
	answer.reason == "content_missing"
}

test_unknown_when_the_content_was_not_read if {
	_judge(object.remove(_lacking, ["clauses_source"]), [], true).reason == "content_undecided"
	_judge(_lacking, [object.remove(_agreement("m", []), ["clauses_present"])], true).reason == "content_undecided"
	_judge(object.remove(_lacking, ["in_force"]), [], true).reason == "content_undecided"
}

test_unknown_when_agreements_are_out_of_sight if _judge(_lacking, [], false).reason == "agreements_out_of_sight"

test_not_applicable_with_a_vendor if {
	_judge(object.union(_lacking, {"party_type": "vendor"}), [], true).reason == "with_a_vendor"
}

test_not_applicable_to_a_draft if {
	_judge(object.union(_lacking, {"days_since_signed": "none"}), [], true).reason == "draft"
}

test_not_applicable_when_not_in_force if {
	_judge(object.union(_lacking, {"in_force": false}), [], true).reason == "not_in_force"
}

test_not_applicable_when_the_person_left if {
	_judge(object.union(_lacking, {"party_id": "t"}), [], true).reason == "person_left"
}

test_every_agreement_is_answered if {
	document := {
		"parameters": {"required": ["duties"], "accept_detector": true},
		"resources": [{"id": "a"}, {"id": "b"}],
		"links": {"confidentiality_agreement": {"a": [], "b": []}},
		"complete": {"confidentiality_agreement": true},
	}
	answers := agreement_content.verdicts with input as document
	count(answers) == 2
}

test_unknown_when_it_is_not_known_whom_it_binds if {
	_judge(object.remove(_lacking, ["party_id"]), [], true).reason == "party_unread"
}
