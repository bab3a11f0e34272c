# METADATA
# title: Records with a legal minimum are protected against deletion and change
# description: |
#   a bucket passes when a default lock, or versions that no lifecycle rule removes, last as long as the longest
#   legal minimum of the assets in it
# schemas:
#   - input: schema["storage_bucket.input"]
package retention.storage_bucket_protected

import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each bucket of the batch, by bucket id
# entrypoint: true
verdicts[bucket.id] := answer if {
	some bucket in input.resources
	answer := _verdict(bucket, related.records("data_asset", bucket.id))
}

_verdict(bucket, assets) := verdict.not_applicable("no_floor") if {
	input.complete.data_asset == true
	input.complete.retention_rule == true
	count([asset | some asset in assets; asset.floor_days == "none"]) == count(assets)
}

# The longest minimum can only grow with what was not read, so a fail against those that were read stands.
else := verdict.fail("not_protected", array.concat(_minimum(assets, longest), _settings(bucket))) if {
	count(_floors(assets)) > 0
	longest := max(_floors(assets))
	_is_unlocked(bucket, longest)
	_loses_versions(bucket, longest)
}

else := verdict.pass(array.concat(_minimum(assets, longest), _settings(bucket))) if {
	longest := _longest(assets)
	bucket.object_lock_mode in {"governance", "compliance"}
	bucket.object_lock_days >= longest
}

else := verdict.pass(array.concat(_minimum(assets, longest), _settings(bucket))) if {
	longest := _longest(assets)
	bucket.versioning == "enabled"
	bucket.lifecycle_read == true
	rules := related.records("lifecycle_rule", bucket.id)
	count([rule | some rule in rules; _keeps_versions(rule, longest)]) == count(rules)
}

else := verdict.unknown("protection_unread")

_floors(assets) := [asset.floor_days | some asset in assets; is_number(asset.floor_days)]

# Defined where every asset of the bucket is known, with its minimum.
_longest(assets) := max(floors) if {
	input.complete.data_asset == true
	floors := _floors(assets)
	count(floors) > 0
	count([asset | some asset in assets; asset.floor_days == "none"]) + count(floors) == count(assets)
}

_is_unlocked(bucket, _) if bucket.object_lock_mode == "none"

_is_unlocked(bucket, longest) if bucket.object_lock_days < longest

_loses_versions(bucket, _) if bucket.versioning in {"suspended", "disabled"}

_loses_versions(bucket, longest) if {
	some rule in related.records("lifecycle_rule", bucket.id)
	rule.enabled == true
	is_number(rule.noncurrent_expiration_days)
	rule.noncurrent_expiration_days < longest
}

_keeps_versions(rule, _) if rule.enabled == false

_keeps_versions(rule, _) if rule.noncurrent_expiration_days == "none"

_keeps_versions(rule, longest) if {
	is_number(rule.noncurrent_expiration_days)
	rule.noncurrent_expiration_days >= longest
}

_minimum(assets, longest) := [{"field": sprintf("/data_asset/%s/floor_days", [asset.id]), "actual": longest} |
	some asset in assets
	asset.floor_days == longest
]

_settings(bucket) := [{"field": concat("", ["/", field]), "actual": bucket[field]} |
	some field in ["object_lock_mode", "object_lock_days", "versioning"]
]
