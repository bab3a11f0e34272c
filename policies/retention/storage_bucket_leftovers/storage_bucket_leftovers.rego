# METADATA
# title: Old versions and broken uploads expire
# description: |
#   a bucket passes when whole-bucket rules end old versions and unfinished uploads in time; old versions may last
#   longer where a default lock or a legal minimum of its assets demands it
# schemas:
#   - input: schema["storage_bucket.input"]
package retention.storage_bucket_leftovers

import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each bucket of the batch, by bucket id
# entrypoint: true
verdicts[bucket.id] := answer if {
	some bucket in input.resources
	rules := related.records("lifecycle_rule", bucket.id)
	assets := related.records("data_asset", bucket.id)
	answer := _verdict(bucket, rules, assets, input.parameters)
}

_verdict(bucket, rules, assets, parameters) := verdict.not_applicable("not_personal") if {
	bucket.data_level in {"none", "public", "internal"}
}

else := verdict.fail("uploads_stay", _facts(rules, "abort_multipart_days", parameters.multipart_days)) if {
	bucket.lifecycle_read == true
	count([rule | some rule in rules; _ignores_uploads(rule, parameters)]) == count(rules)
}

else := verdict.fail("versions_stay", _facts(rules, "noncurrent_expiration_days", parameters.noncurrent_days)) if {
	bucket.versioning in {"enabled", "suspended"}
	bucket.lifecycle_read == true
	count([rule | some rule in rules; _ignores_versions(rule, bucket, assets, parameters)]) == count(rules)
}

else := verdict.pass(array.concat(versions, _facts(uploads, "abort_multipart_days", parameters.multipart_days))) if {
	uploads := [rule | some rule in rules; _ends_uploads(rule, parameters)]
	count(uploads) > 0
	versions := _versions_end(bucket, rules, assets, parameters)
}

else := verdict.unknown("leftovers_unread")

_ends_uploads(rule, parameters) if {
	rule.enabled == true
	rule.covers_whole_bucket == true
	is_number(rule.abort_multipart_days)
	rule.abort_multipart_days <= parameters.multipart_days
}

_ignores_uploads(rule, _) if _is_idle(rule)

_ignores_uploads(rule, _) if rule.abort_multipart_days == "none"

_ignores_uploads(rule, parameters) if {
	is_number(rule.abort_multipart_days)
	rule.abort_multipart_days > parameters.multipart_days
}

# Why old versions end, as evidence.
_versions_end(bucket, rules, assets, parameters) := [{"field": "/versioning", "actual": "disabled"}] if {
	bucket.versioning == "disabled"
}

else := _facts(ending, "noncurrent_expiration_days", parameters.noncurrent_days) if {
	ending := [rule |
		some rule in rules
		rule.enabled == true
		rule.covers_whole_bucket == true
		is_number(rule.noncurrent_expiration_days)
		_is_within(rule.noncurrent_expiration_days, bucket, assets, parameters)
	]
	count(ending) > 0
}

_ignores_versions(rule, _, _, _) if _is_idle(rule)

_ignores_versions(rule, _, _, _) if rule.noncurrent_expiration_days == "none"

_ignores_versions(rule, bucket, assets, parameters) if {
	is_number(rule.noncurrent_expiration_days)
	rule.noncurrent_expiration_days > max([parameters.noncurrent_days, _lock(bucket), _floor(assets)])
}

_is_idle(rule) if rule.enabled == false

_is_idle(rule) if rule.covers_whole_bucket == false

# The limit is the largest of three: one that was read proves a pass, a fail needs them all.
_is_within(days, _, _, parameters) if days <= parameters.noncurrent_days

_is_within(days, bucket, _, _) if days <= _lock(bucket)

_is_within(days, _, assets, _) if days <= _floor(assets)

_lock(bucket) := 0 if bucket.object_lock_mode == "none"

else := bucket.object_lock_days if bucket.object_lock_mode in {"compliance", "governance"}

_floor(assets) := max(array.concat([0], floors)) if {
	input.complete.data_asset == true
	floors := [asset.floor_days | some asset in assets; is_number(asset.floor_days)]
	count([asset | some asset in assets; asset.floor_days == "none"]) + count(floors) == count(assets)
}

_facts(rules, field, limit) := [fact |
	some rule in rules
	fact := {
		"field": sprintf("/lifecycle_rule/%s/%s", [rule.id, field]),
		"actual": rule[field],
		"expected": limit,
	}
]
