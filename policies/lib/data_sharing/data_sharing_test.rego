package lib.data_sharing_test

import data.lib.data_sharing

_is_planned(share) if data_sharing.is_planned(share)

else := false

_is_past(share) if data_sharing.is_past(share, 1095)

else := false

_basis(share) := [
	count([yes | yes := data_sharing.has_basis(share)]),
	count([yes | yes := data_sharing.lacks_basis(share)]),
]

test_planned_is_what_was_not_executed_yet if {
	_is_planned({"days_since_executed": "none"}) == true
	_is_planned({"days_since_executed": -1}) == true
	_is_planned({"days_since_executed": 0}) == false
	_is_planned({}) == false
}

test_past_is_what_ended_before_the_period if {
	_is_past({"days_since_end": 1096}) == true
	_is_past({"days_since_end": 1095}) == false
	_is_past({"days_since_end": "ongoing", "days_since_executed": 5000}) == false
	_is_past({"days_since_executed": 5000}) == false
}

test_past_is_what_was_done_once_before_the_period if {
	_is_past({"days_since_end": "one_off", "days_since_executed": 1096}) == true
	_is_past({"days_since_end": "one_off", "days_since_executed": 1095}) == false
}

test_a_basis_stands if _basis({"legal_basis": "consent"}) == [1, 0]

test_no_basis if _basis({"legal_basis": "none"}) == [0, 1]

test_legitimate_interest_is_no_basis_in_china if {
	_basis({"legal_basis": "legitimate_interest", "governing_laws": ["CN", "EU"]}) == [0, 1]
	_basis({"legal_basis": "legitimate_interest", "governing_laws": ["EU"]}) == [1, 0]
}

test_legitimate_interest_is_open_where_no_law_was_read if {
	_basis({"legal_basis": "legitimate_interest", "governing_laws": []}) == [0, 0]
	_basis({"legal_basis": "legitimate_interest"}) == [0, 0]
	_basis({}) == [0, 0]
}
