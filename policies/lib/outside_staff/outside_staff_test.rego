package lib.outside_staff_test

import data.lib.outside_staff

_holds(value) if count([one | some one in value; one == true]) == 1

else := false

_binds(grant) := _holds([yes | yes := outside_staff.binds(grant, "2026-01-01")])

_spares(grant) := _holds([yes | yes := outside_staff.spares(grant, "2026-01-01")])

_granted := {"data_level": "personal", "granted_at": "2026-03-01", "days_since_granted": 265}

_signed(agreement) := [
	_holds([yes | yes := outside_staff.signed_by(agreement, _granted)]),
	_holds([yes | yes := outside_staff.signed_after(agreement, _granted)]),
]

_trained(training) := [
	_holds([yes | yes := outside_staff.trained_by(training, _granted)]),
	_holds([yes | yes := outside_staff.trained_after(training, _granted)]),
]

test_grants_are_those_to_the_accounts_of_the_person if {
	found := outside_staff.grants({"id": "s"}) with input as {
		"related": {"identity_account": {"a": {"id": "a"}}, "access_grant": {"g": {"id": "g"}, "h": {"id": "h"}}},
		"links": {"identity_account": {"s": ["a"]}, "access_grant": {"a": ["g"], "b": ["h"]}},
	}
	found == [{"id": "g"}]
}

test_a_grant_on_personal_data_since_the_day_binds if {
	_binds(_granted) == true
	_binds(object.remove(_granted, ["data_level"])) == true
	_binds(object.union(_granted, {"data_level": "internal"})) == false
	_binds(object.union(_granted, {"granted_at": "2025-12-31"})) == false
	_binds({"granted_at": "unknown", "days_since_granted": "unknown"}) == false
}

test_a_grant_on_other_data_or_of_before_spares if {
	_spares({"data_level": "public"}) == true
	_spares(object.union(_granted, {"granted_at": "2025-12-31"})) == true
	_spares(_granted) == false
	_spares({"granted_at": "unknown", "days_since_granted": "unknown"}) == false
}

test_an_agreement_is_signed_by_the_day_of_the_grant if {
	_signed({"party_type": "staff", "days_since_signed": 265}) == [true, false]
	_signed({"party_type": "staff", "days_since_signed": 264}) == [false, true]
	_signed({"party_type": "staff", "days_since_signed": "none"}) == [false, true]
	_signed({"party_type": "vendor", "days_since_signed": "none"}) == [false, true]
	_signed({"party_type": "staff"}) == [false, false]
}

test_a_training_is_done_by_the_day_of_the_grant if {
	_trained({"successful": true, "days_since_completed": 265}) == [true, false]
	_trained({"successful": true, "days_since_completed": 264}) == [false, true]
	_trained({"successful": false}) == [false, true]
	_trained({"days_since_completed": 265}) == [false, false]
}
