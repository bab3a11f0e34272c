# METADATA
# title: Stores of a vendor
# description: the buckets and databases in which its data assets lie, as reached by a join
package lib.vendor_stores

# METADATA
# description: the buckets that are known to hold data of the vendor
buckets(vendor) := [input.related.storage_bucket[id] | some id in vendor.bucket_ids]

# METADATA
# description: the databases that are known to hold data of the vendor
databases(vendor) := [input.related.database_instance[id] | some id in vendor.database_ids]

# METADATA
# description: no data of the vendor lie in a store
none(vendor) if {
	vendor.stores_read == true
	vendor.bucket_ids == []
	vendor.database_ids == []
}

# METADATA
# description: data of the vendor lie in stores, and each of these is in sight
all_known(vendor) if {
	vendor.stores_read == true
	known := count(buckets(vendor)) + count(databases(vendor))
	known > 0
	known == count(vendor.bucket_ids) + count(vendor.database_ids)
}
