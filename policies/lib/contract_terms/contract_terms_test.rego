package lib.contract_terms_test

import data.lib.contract_terms

_whole := {"contracts_complete": true}

_part := {"contracts_complete": false}

_alone(id) := {"id": id, "superseded_by": [], "may_be_superseded_by": []}

_amended(id, by) := {"id": id, "superseded_by": by, "may_be_superseded_by": by}

_perhaps_amended(id, by) := {"id": id, "superseded_by": [], "may_be_superseded_by": by}

_ids(vendor, contracts, stating, silent) := {contract.id |
	terms := contract_terms.terms(stating, silent, [])
	some contract in contract_terms.binding(vendor, contracts, terms)
}

_all_good(vendor, contracts, terms) if contract_terms.all_good(vendor, contracts, terms)

else := false

_all_silent(vendor, contracts, silent) if {
	contract_terms.all_silent(vendor, contracts, contract_terms.terms([], silent, []))
}

else := false

test_terms_are_kept_by_id if {
	contract_terms.terms([_alone("a")], [_alone("b")], []) == {"stating": {"a"}, "silent": {"b"}, "good": set()}
}

test_independent_contracts_all_bind if {
	contracts := [_alone("a"), _alone("b")]
	_ids(_whole, contracts, contracts, []) == {"a", "b"}
}

test_an_amendment_that_states_the_value_binds_alone if {
	contracts := [_amended("a", ["b"]), _alone("b")]
	_ids(_whole, contracts, contracts, []) == {"b"}
}

test_an_amendment_that_is_silent_replaces_nothing if {
	contracts := [_amended("a", ["b"]), _alone("b")]
	_ids(_whole, contracts, [contracts[0]], [contracts[1]]) == {"a"}
}

test_a_contract_that_may_be_amended_is_left_open if {
	contracts := [_perhaps_amended("a", ["b"]), _alone("b")]
	_ids(_whole, contracts, contracts, []) == {"b"}
	_ids(_whole, contracts, [contracts[0]], []) == set()
}

test_nothing_is_known_to_bind_while_an_amendment_may_be_out_of_sight if {
	_ids(_part, [_alone("a")], [_alone("a")], []) == set()
	_ids({}, [_alone("a")], [_alone("a")], []) == set()
}

test_nothing_is_known_to_bind_where_amendments_were_not_looked_for if {
	_ids(_whole, [{"id": "a"}], [{"id": "a"}], []) == set()
}

test_all_is_good_when_each_value_is if {
	contracts := [_alone("a"), _alone("b")]
	_all_good(_whole, contracts, contract_terms.terms(contracts, [], contracts)) == true
}

test_all_is_good_when_the_others_are_silent_or_replaced if {
	contracts := [_amended("a", ["b"]), _alone("b"), _alone("c")]
	terms := contract_terms.terms([contracts[0], contracts[1]], [contracts[2]], [contracts[1]])
	_all_good(_whole, contracts, terms) == true
}

test_not_all_is_good_when_one_value_is_not if {
	contracts := [_alone("a"), _alone("b")]
	_all_good(_whole, contracts, contract_terms.terms(contracts, [], [_alone("a")])) == false
}

test_not_all_is_good_when_it_is_only_perhaps_replaced if {
	contracts := [_perhaps_amended("a", ["b"]), _alone("b")]
	_all_good(_whole, contracts, contract_terms.terms(contracts, [], [_alone("b")])) == false
}

test_not_all_is_good_when_nobody_states_a_value if {
	contracts := [_alone("a")]
	_all_good(_whole, contracts, contract_terms.terms([], contracts, contracts)) == false
	_all_good(_whole, [], contract_terms.terms([], [], [])) == false
}

test_not_all_is_good_while_one_may_be_out_of_sight if {
	contracts := [_alone("a")]
	_all_good(_part, contracts, contract_terms.terms(contracts, [], contracts)) == false
}

test_all_silent if _all_silent(_whole, [_alone("a")], [_alone("a")]) == true

test_not_all_silent if {
	_all_silent(_whole, [_alone("a"), _alone("b")], [_alone("a")]) == false
	_all_silent(_part, [_alone("a")], [_alone("a")]) == false
}
