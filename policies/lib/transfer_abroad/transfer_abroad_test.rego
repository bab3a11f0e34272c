package lib.transfer_abroad_test

import data.lib.transfer_abroad

_holds(value) if count([one | some one in value; one == true]) == 1

else := false

_of(share) := [
	_holds([yes | yes := transfer_abroad.may_leave(share)]),
	_holds([yes | yes := transfer_abroad.may_not_leave(share)]),
]

_abroad(laws, mechanisms) := _of({
	"kind": "cross_border",
	"governing_laws": laws,
	"transfer_mechanisms": mechanisms,
})

test_what_stays_in_the_country_needs_no_mechanism if {
	_of({"kind": "third_party"}) == [true, false]
	_of({"kind": "public"}) == [true, false]
}

test_each_law_asks_for_a_mechanism_of_its_own if {
	_abroad(["CN"], ["standard_contract"]) == [true, false]
	_abroad(["CN"], ["sccs"]) == [false, true]
	_abroad(["EU"], ["sccs"]) == [true, false]
	_abroad(["UK"], ["standard_contract"]) == [false, true]
	_abroad(["CN", "EU"], ["certification"]) == [true, false]
	_abroad(["CN", "EU"], ["standard_contract"]) == [false, true]
}

test_no_mechanism_is_enough_for_no_law if _of({"kind": "cross_border", "transfer_mechanisms": []}) == [false, true]

test_a_transfer_is_open_while_laws_or_mechanisms_were_not_read if {
	_of({"kind": "cross_border", "transfer_mechanisms": ["exempt"]}) == [false, false]
	_abroad([], ["exempt"]) == [false, false]
	_of({"kind": "cross_border", "governing_laws": ["CN"]}) == [false, false]
	_of({}) == [false, false]
}
