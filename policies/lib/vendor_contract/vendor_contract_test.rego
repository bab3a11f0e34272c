package lib.vendor_contract_test

import data.lib.vendor_contract

_running := {"id": "r", "in_force": true}

_over := {"id": "o", "in_force": false}

_open := {"id": "u"}

_whole := {"contracts_complete": true}

_none_in_force(vendor, contracts) if vendor_contract.none_in_force(vendor, contracts)

else := false

_all_decided(vendor, contracts) if vendor_contract.all_decided(vendor, contracts)

else := false

test_in_force_are_those_known_to_be if vendor_contract.in_force([_running, _over, _open]) == [_running]

test_out_of_force_are_those_known_to_be if vendor_contract.out_of_force([_running, _over, _open]) == [_over]

test_none_is_in_force_when_all_are_over if _none_in_force(_whole, [_over]) == true

test_none_is_in_force_when_there_is_none if _none_in_force(_whole, []) == true

test_one_in_force_is_not_none if _none_in_force(_whole, [_over, _running]) == false

test_one_undecided_is_not_none if _none_in_force(_whole, [_over, _open]) == false

test_one_out_of_sight_is_not_none if {
	_none_in_force({"contracts_complete": false}, [_over]) == false
	_none_in_force({}, [_over]) == false
}

test_all_are_decided if _all_decided(_whole, [_over, _running]) == true

test_not_all_are_decided if {
	_all_decided(_whole, [_over, _open]) == false
	_all_decided({"contracts_complete": false}, [_over]) == false
}
