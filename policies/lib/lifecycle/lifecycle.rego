# METADATA
# title: Lifecycle rules
# description: |
#   what a lifecycle rule does to the objects of a data asset. Each question has a pair of helpers, one that proves
#   yes and one that proves no; where neither holds, a field that decides was not read
package lib.lifecycle

# METADATA
# description: the rule deletes every object of the asset within so many days
ends(rule, asset, bucket, days) if {
	rule.enabled == true
	is_number(rule.expiration_days)
	rule.expiration_days <= days
	_covers(rule, asset, bucket)
}

# METADATA
# description: some object of the asset outlives the days under this rule
# scope: document
spares(rule, _, _, _) if rule.enabled == false

spares(rule, _, _, _) if rule.expiration_days == "none"

spares(rule, _, _, days) if {
	is_number(rule.expiration_days)
	rule.expiration_days > days
}

spares(rule, asset, bucket, _) if _misses(rule, asset, bucket)

# METADATA
# description: the rule deletes some object of the asset before so many days are over
cuts(rule, asset, bucket, days) if {
	rule.enabled == true
	is_number(rule.expiration_days)
	rule.expiration_days < days
	_touches(rule, asset, bucket)
}

# METADATA
# description: the rule deletes no object of the asset, whatever its age
# scope: document
leaves(rule, _, _) if rule.enabled == false

leaves(rule, _, _) if rule.expiration_days == "none"

leaves(rule, asset, bucket) if _avoids(rule, asset, bucket)

_covers(rule, _, _) if rule.covers_whole_bucket == true

_covers(rule, asset, bucket) if {
	rule.other_filter == false
	count(rule.prefix) > 0
	startswith(bucket.asset_prefixes[asset.id], rule.prefix)
}

_misses(rule, _, _) if {
	rule.covers_whole_bucket == false
	rule.other_filter == true
}

_misses(rule, _, _) if {
	rule.covers_whole_bucket == false
	rule.prefix == ""
}

_misses(rule, asset, bucket) if {
	rule.covers_whole_bucket == false
	startswith(bucket.asset_prefixes[asset.id], rule.prefix) == false
}

_touches(rule, _, _) if rule.covers_whole_bucket == true

_touches(rule, asset, bucket) if startswith(bucket.asset_prefixes[asset.id], rule.prefix)

_touches(rule, asset, bucket) if startswith(rule.prefix, bucket.asset_prefixes[asset.id])

_avoids(rule, asset, bucket) if {
	rule.covers_whole_bucket == false
	startswith(bucket.asset_prefixes[asset.id], rule.prefix) == false
	startswith(rule.prefix, bucket.asset_prefixes[asset.id]) == false
}
