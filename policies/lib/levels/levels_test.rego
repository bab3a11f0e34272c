package lib.levels_test

import data.lib.levels

# A call that is undefined makes no limb true.
_reaches(level, least) if levels.reaches(level, least)

else := false

_below(level, least) if levels.below(level, least)

else := false

test_a_level_reaches_itself_and_what_is_lower if {
	_reaches("sensitive", "sensitive") == true
	_reaches("important", "sensitive") == true
	_reaches("personal", "sensitive") == false
}

test_a_level_is_below_what_is_higher if {
	_below("none", "public") == true
	_below("internal", "personal") == true
	_below("personal", "personal") == false
}

test_what_is_no_level_has_no_place if {
	_reaches("secret", "none") == false
	_below("secret", "important") == false
}
