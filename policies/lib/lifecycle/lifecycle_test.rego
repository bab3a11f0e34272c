package lib.lifecycle_test

import data.lib.lifecycle

# A call that is undefined makes no limb true.
_ends(rule, bucket, days) if lifecycle.ends(rule, {"id": "a"}, bucket, days)

else := false

_spares(rule, bucket, days) if lifecycle.spares(rule, {"id": "a"}, bucket, days)

else := false

_cuts(rule, bucket, days) if lifecycle.cuts(rule, {"id": "a"}, bucket, days)

else := false

_leaves(rule, bucket) if lifecycle.leaves(rule, {"id": "a"}, bucket)

else := false

_whole := {"enabled": true, "covers_whole_bucket": true, "prefix": "", "other_filter": false, "expiration_days": 30}

_folder(prefix) := object.union(_whole, {"covers_whole_bucket": false, "prefix": prefix})

_tagged := object.union(_whole, {"covers_whole_bucket": false, "other_filter": true})

_fills(prefix) := {"asset_prefixes": {"a": prefix}}

_hidden := {"asset_prefixes": {}}

_facts := ["enabled", "expiration_days", "covers_whole_bucket"]

test_a_rule_ends_an_asset_on_the_last_day if {
	_ends(_whole, _fills(""), 30) == true
	_ends(_whole, _fills(""), 29) == false
}

test_a_rule_for_the_whole_bucket_ends_an_asset_anywhere if _ends(_whole, _hidden, 30) == true

test_a_rule_ends_an_asset_below_its_prefix if {
	_ends(_folder("crm/"), _fills("crm/exports/"), 30) == true
	_ends(_folder("crm/exports/"), _fills("crm/"), 30) == false
	_ends(_folder("crm/"), _hidden, 30) == false
}

test_a_rule_with_another_filter_ends_nothing if {
	_ends(_tagged, _fills(""), 30) == false
	_ends(object.union(_folder("crm/"), {"other_filter": true}), _fills("crm/"), 30) == false
}

test_a_rule_of_which_a_fact_was_not_read_ends_nothing if {
	count([fact | some fact in _facts; _ends(object.remove(_whole, [fact]), _fills(""), 30) == false]) == 3
	_ends(object.remove(_folder("crm/"), ["other_filter"]), _fills("crm/"), 30) == false
}

test_a_rule_spares_what_it_does_not_end if {
	_spares(_whole, _fills(""), 29) == true
	_spares(object.union(_whole, {"enabled": false}), _fills(""), 30) == true
	_spares(object.union(_whole, {"expiration_days": "none"}), _fills(""), 30) == true
	_spares(_tagged, _fills(""), 30) == true
	_spares(object.remove(_folder(""), ["other_filter"]), _fills(""), 30) == true
	_spares(object.remove(_folder("crm/"), ["other_filter"]), _fills("hr/"), 30) == true
}

test_a_rule_that_may_end_an_asset_spares_nothing if {
	_spares(_whole, _fills(""), 30) == false
	count([fact | some fact in _facts; _spares(object.remove(_whole, [fact]), _fills(""), 30) == false]) == 3
	_spares(object.remove(_folder("crm/"), ["other_filter"]), _fills("crm/"), 30) == false
	_spares(_folder("crm/"), _hidden, 30) == false
}

test_a_rule_cuts_what_it_ends_too_early if {
	_cuts(_whole, _hidden, 31) == true
	_cuts(_whole, _fills(""), 30) == false
	_cuts(_tagged, _fills("crm/"), 31) == true
	_cuts(_folder("crm/"), _fills(""), 31) == true
	_cuts(_folder("crm/"), _fills("crm/exports/"), 31) == true
	_cuts(_folder("crm/"), _fills("hr/"), 31) == false
}

test_a_rule_of_which_a_fact_was_not_read_cuts_nothing if {
	_cuts(object.remove(_whole, ["enabled"]), _fills(""), 31) == false
	_cuts(object.remove(_whole, ["expiration_days"]), _fills(""), 31) == false
	_cuts(object.remove(_folder("crm/"), ["prefix"]), _fills(""), 31) == false
}

test_a_rule_leaves_what_it_never_deletes if {
	_leaves(object.union(_whole, {"enabled": false}), _fills("")) == true
	_leaves(object.union(_whole, {"expiration_days": "none"}), _fills("")) == true
	_leaves(_folder("crm/"), _fills("hr/")) == true
}

test_a_rule_that_may_delete_leaves_nothing if {
	_leaves(_whole, _fills("")) == false
	_leaves(_tagged, _fills("crm/")) == false
	_leaves(_folder("crm/"), _hidden) == false
	_leaves(object.remove(_folder("crm/"), ["covers_whole_bucket"]), _fills("hr/")) == false
}
