package lib.tags_test

import data.lib.tags

_tags := {"datalevel": ["tbd", "sensitive"], "数据级别": ["敏感"]}

# A call that is undefined makes no limb true.
_say(found, names, values) if tags.say(found, names, values)

else := false

test_a_tag_is_found_by_any_spelling_of_its_name if {
	_say(_tags, ["Data-Level"], ["sensitive"]) == true
	_say(_tags, ["data level"], ["SENSITIVE"]) == true
	_say(_tags, ["other", "数据级别"], ["公开", "敏感"]) == true
}

test_a_tag_with_another_value_says_nothing if _say(_tags, ["data_level"], ["public"]) == false

test_a_tag_with_another_name_says_nothing if _say(_tags, ["level"], ["sensitive"]) == false

test_no_tags_say_nothing if _say({}, ["data_level"], ["sensitive"]) == false
