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

test_a_contract_not_in_force_is_without_any_clause if {
	_without(object.union(_entered, {"in_force": false}), "purpose", true) == true
}
