package lib.lists_test

import data.lib.lists

_facts := {"read": ["a", "b"], "empty": []}

# A call that is undefined makes no limb true.
_lacks(list, value) if lists.lacks(list, value)

else := false

test_a_list_lacks_what_it_does_not_hold if _lacks(_facts.read, "c") == true

test_an_empty_list_lacks_everything if _lacks(_facts.empty, "a") == true

test_a_list_does_not_lack_what_it_holds if _lacks(_facts.read, "a") == false

test_what_is_no_list_lacks_nothing if _lacks("a", "b") == false

test_missing_keeps_the_order_of_the_wanted if lists.missing(["c", "a", "d"], _facts.read) == ["c", "d"]

test_nothing_is_missing_from_an_empty_wish if lists.missing([], _facts.read) == []

test_missing_is_undefined_when_a_list_was_not_read if {
	count([found | found := lists.missing(_facts.read, input.other)]) == 0 with input as {}
	count([found | found := lists.missing(input.other, _facts.read)]) == 0 with input as {}
}
