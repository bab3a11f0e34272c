package lib.outside_accounts_test

import data.lib.outside_accounts

_is_own(account, person) if {
	outside_accounts.is_own(account) with input as {"related": {"staff_member": {"s": person}}}
}

else := false

_is_from_outside(account, person) if {
	outside_accounts.is_from_outside(account) with input as {"related": {"staff_member": {"s": person}}}
}

else := false

_is_covered(account, person, contracts) if {
	outside_accounts.is_covered(account, contracts) with input as {"related": {"staff_member": {"s": person}}}
}

else := false

_ends_before(contract, account) if outside_accounts.ends_before(contract, account)

else := false

_of_person := {"staff_id": "s"}

_of_vendor := {"staff_id": "s", "employer_id": "v", "days_to_expiry": 30}

_of_nobody := {"staff_id": "s", "employer_id": "none", "days_to_expiry": 30}

test_own_is_an_account_of_nobody_or_of_staff if {
	_is_own({"staff_id": "none"}, {}) == true
	_is_own(_of_person, {"employment_type": "employee"}) == true
	_is_own(_of_person, {"employment_type": "intern"}) == true
	_is_own(_of_person, {"employment_type": "outsourced"}) == false
	_is_own(_of_person, {}) == false
}

test_from_outside_is_an_account_of_a_vendor_or_of_somebody_elses_staff if {
	_is_from_outside({"kind": "vendor"}, {}) == true
	_is_from_outside(_of_person, {"employment_type": "contractor"}) == true
	_is_from_outside(_of_person, {"employment_type": "outsourced"}) == true
	_is_from_outside(_of_person, {}) == false
}

test_days_left_are_counted_to_the_last_working_day if {
	days := outside_accounts.days_left(_of_person) with input as {"related": {"staff_member": {"s": {
		"id": "s",
		"days_since_left": -40,
	}}}}
	days == 40
}

test_a_contract_covers_the_account_to_its_end if {
	_is_covered(_of_vendor, {}, [{"in_force": true, "days_to_end": 30}]) == true
	_is_covered(_of_vendor, {}, [{"in_force": true, "days_to_end": 29}]) == false
	_is_covered(_of_vendor, {}, [{"in_force": true, "days_to_end": "open_ended"}]) == true
	_is_covered(_of_vendor, {}, [{"in_force": true, "days_to_end": 1, "auto_renew": true}]) == true
	_is_covered(_of_vendor, {}, [{"in_force": false, "days_to_end": 90}]) == false
}

test_the_last_working_day_covers_where_there_is_no_employer if {
	_is_covered(_of_nobody, {"days_since_left": -30}, []) == true
	_is_covered(_of_nobody, {"days_since_left": -29}, []) == false
	_is_covered(_of_nobody, {"days_since_left": "none"}, []) == true
	_is_covered(_of_nobody, {}, []) == false
}

test_a_contract_ends_before_the_account if {
	_ends_before({"in_force": false}, {}) == true
	_ends_before({"auto_renew": false, "days_to_end": 29}, {"days_to_expiry": 30}) == true
	_ends_before({"auto_renew": false, "days_to_end": 30}, {"days_to_expiry": 30}) == false
	_ends_before({"auto_renew": true, "days_to_end": 29}, {"days_to_expiry": 30}) == false
	_ends_before({"days_to_end": 29}, {"days_to_expiry": 30}) == false
}
