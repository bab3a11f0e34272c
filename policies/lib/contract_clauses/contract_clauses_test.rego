package lib.contract_clauses_test

import data.lib.contract_clauses

_said(contract, accept_detector) := clauses if clauses := contract_clauses.said(contract, accept_detector)

else := "nothing"

_without(contract, clause, accept_detector) if contract_clauses.without(contract, clause, accept_detector)

else := false

_found := {"clauses_source": "detector", "text_extracted": true, "clauses_present": ["purpose"]}

_entered := {"clauses_source": "register", "text_extracted": false, "clauses_present": ["purpose"]}

test_the_register_vouches_also_for_a_scan if _said(_entered, false) == ["purpose"]

test_a_lawyer_vouches if {
	_said({"clauses_source": "lawyer_confirmed", "clauses_present": []}, false) == []
}

test_the_detector_vouches_when_it_is_accepted if _said(_found, true) == ["purpose"]

test_the_detector_does_not_vouch_when_it_is_not_accepted if _said(_found, false) == "nothing"

test_the_detector_does_not_vouch_for_a_scan if {
	_said(object.union(_found, {"text_extracted": false}), true) == "nothing"
	_said({"clauses_source": "detector", "clauses_present": []}, true) == "nothing"
}

test_nobody_vouches if _said({"clauses_present": ["purpose"]}, true) == "nothing"

test_nothing_is_said_when_the_clauses_were_not_read if {
	_said({"clauses_source": "register"}, true) == "nothing"
	_said({"clauses_source": "detector", "text_extracted": true}, true) == "nothing"
}

test_a_contract_is_without_a_clause_that_it_lacks if _without(_entered, "duration", true) == true

test_a_contract_is_not_without_a_clause_that_it_has if _without(_entered, "purpose", true) == false

test_a_contract_is_not_without_a_clause_when_nobody_vouches if _without(_found, "duration", false) == false

_changed(facts) := object.union(_entered, object.union({"in_force": true}, facts))

test_a_clause_that_an_amendment_takes_out_is_not_said if {
	struck := _changed({"clauses_struck": ["purpose"]})
	_said(struck, true) == []
	_without(struck, "purpose", true) == true
	contract_clauses.struck(struck, "purpose")
}

test_a_clause_that_an_amendment_may_take_out_is_left_open if {
	doubtful := _changed({"clauses_struck": [], "clauses_in_doubt": ["purpose"]})
	_said(doubtful, true) == []
	contract_clauses.may_say(doubtful, true) == ["purpose"]
	_without(doubtful, "purpose", true) == false
}

test_a_clause_stands_while_none_takes_it_out if {
	contract_clauses.stands(_changed({"clauses_struck": ["duration"], "clauses_in_doubt": ["method"]}), "purpose")
}

test_removals_are_shown_with_the_amendments if {
	base := {"id": "b", "in_force": true, "clauses_struck": ["purpose", "method"], "superseded_by": ["m"]}
	other := object.union(base, {"id": "n", "clauses_struck": ["duration"]})
	over := object.union(base, {"id": "o", "in_force": false})
	contract_clauses.removals([base, other, over], ["purpose"]) == [
		{"field": "/vendor_contract/b/clauses_struck", "actual": ["purpose", "method"]},
		{"field": "/vendor_contract/b/superseded_by", "actual": ["m"]},
	]
}

test_what_another_source_says_is_shown if {
	otherwise := {"clauses_present": {"value": ["purpose"], "source": "contracts"}}
	differing := {"id": "m", "in_force": true, "differs": otherwise}
	over := {"id": "n", "in_force": false, "differs": otherwise}
	contract_clauses.differing([differing, over, {"id": "o", "in_force": true}], "clauses_present") == [{
		"field": "/vendor_contract/m/differs",
		"actual": otherwise.clauses_present,
	}]
}

test_a_contract_not_in_force_is_without_any_clause if {
	_without(object.union(_entered, {"in_force": false}), "purpose", true) == true
}
