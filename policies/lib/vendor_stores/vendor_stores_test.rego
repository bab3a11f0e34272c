package lib.vendor_stores_test

import data.lib.vendor_stores

_related := {
	"storage_bucket": {"b": {"id": "b"}, "other": {"id": "other"}},
	"database_instance": {"d": {"id": "d"}},
}

_vendor(buckets, databases) := {"bucket_ids": buckets, "database_ids": databases, "stores_read": true}

_none(vendor) if vendor_stores.none(vendor)

else := false

_all_known(vendor) if {
	vendor_stores.all_known(vendor) with input.related as _related
}

else := false

test_stores_are_those_that_the_vendor_names if {
	vendor := _vendor(["b"], ["d"])
	buckets := vendor_stores.buckets(vendor) with input.related as _related
	buckets == [{"id": "b"}]
	databases := vendor_stores.databases(vendor) with input.related as _related
	databases == [{"id": "d"}]
}

test_a_vendor_may_have_no_stores if _none(_vendor([], [])) == true

test_no_stores_are_proved_only_when_all_places_were_read if {
	_none({"bucket_ids": [], "database_ids": []}) == false
	_none({}) == false
	_none(_vendor(["b"], [])) == false
	_none(_vendor([], ["d"])) == false
}

test_all_stores_are_known if {
	_all_known(_vendor(["b"], ["d"])) == true
	_all_known(_vendor(["b"], [])) == true
	_all_known(_vendor([], ["d"])) == true
}

test_not_all_stores_are_known_when_one_is_out_of_sight if {
	_all_known({"bucket_ids": ["b"], "database_ids": []}) == false
	_all_known(_vendor(["b", "gone"], [])) == false
}

test_no_stores_are_not_all_known if _all_known(_vendor([], [])) == false
