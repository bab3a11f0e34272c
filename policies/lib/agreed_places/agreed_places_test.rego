package lib.agreed_places_test

import data.lib.agreed_places

_contract(codes) := {"id": "c", "in_force": true, "data_location_codes": codes}

_terms(contract) := agreed_places.terms([contract], [])

_is_mainland(codes) if agreed_places.is_mainland(_contract(codes))

else := false

_is_wider(codes) if agreed_places.is_wider(_contract(codes))

else := false

test_codes_are_places if agreed_places.places(_contract(["CN", "HK"]), ["DE"]) == ["CN", "HK"]

test_eea_stands_for_its_members if agreed_places.places(_contract(["EEA"]), ["DE", "FR"]) == ["EEA", "DE", "FR"]

test_mainland_is_china_alone if {
	_is_mainland(["CN"]) == true
	_is_mainland(["CN", "HK"]) == false
	_is_mainland([]) == false
}

test_wider_is_any_other_place if {
	_is_wider(["CN", "HK"]) == true
	_is_wider(["CN"]) == false
	_is_wider([]) == false
}

test_a_contract_states_its_places if _terms(_contract(["CN"])) == {"stating": {"c"}, "silent": set(), "good": set()}

test_a_contract_without_a_place_is_silent if {
	_terms(_contract([])).silent == {"c"}
	_terms(_contract(["CN", "customer_selected"])) == {"stating": set(), "silent": {"c"}, "good": set()}
	_terms({"id": "c", "in_force": false}).silent == {"c"}
}

test_a_place_that_an_amendment_takes_out_is_none if {
	struck := object.union(_contract(["CN"]), {"clauses_struck": ["cross_border"]})
	_terms(struck) == {"stating": set(), "silent": {"c"}, "good": set()}
	doubtful := object.union(_contract(["CN"]), {"clauses_in_doubt": ["cross_border"]})
	_terms(doubtful) == {"stating": set(), "silent": set(), "good": set()}
}

test_a_place_that_was_not_read_is_neither if {
	_terms({"id": "c", "in_force": true}) == {"stating": set(), "silent": set(), "good": set()}
}
