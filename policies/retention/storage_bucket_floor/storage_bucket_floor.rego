# METADATA
# title: A lifecycle rule deletes nothing before its legal minimum
# description: |
#   a bucket passes when every asset with a legal minimum is kept that long: by a default lock, or because no
#   lifecycle rule that may reach it deletes earlier; the age of an object proves nothing where an event starts the term
# schemas:
#   - input: schema["storage_bucket.input"]
package retention.storage_bucket_floor

import data.lib.lifecycle
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

else := verdict.fail("deleted_early", evidence) if {
	evidence := [_expiry(rule, asset) |
		some asset in assets
		is_number(asset.floor_days)
		_is_unlocked(bucket, asset.floor_days)
		some rule in related.records("lifecycle_rule", bucket.id)
		lifecycle.cuts(rule, asset, bucket, asset.floor_days)
	]
	count(evidence) > 0
}

else := verdict.pass(evidence) if {
	input.complete.data_asset == true
	count([asset | some asset in assets; is_number(asset.floor_days)]) > 0
	count([asset | some asset in assets; _is_kept(asset, bucket)]) == count(assets)
	evidence := [_floor(asset) | some asset in assets]
}

else := verdict.unknown("event_starts_term") if {
	some asset in assets
	is_number(asset.floor_days)
	_trigger(asset) in {"last_activity", "contract_end", "account_closed", "consent_withdrawn"}
	some rule in related.records("lifecycle_rule", bucket.id)
	rule.enabled == true
	is_number(rule.expiration_days)
}

else := verdict.unknown("floor_unread")

_trigger(asset) := input.related.retention_rule[asset.retention_rule_id].trigger

_is_kept(asset, _) if asset.floor_days == "none"

_is_kept(asset, bucket) if {
	bucket.object_lock_mode in {"governance", "compliance"}
	bucket.object_lock_days >= asset.floor_days
	_trigger(asset) == "creation"
}

_is_kept(asset, bucket) if {
	is_number(asset.floor_days)
	bucket.lifecycle_read == true
	rules := related.records("lifecycle_rule", bucket.id)
	count([rule | some rule in rules; _is_harmless(rule, asset, bucket)]) == count(rules)
}

_is_harmless(rule, asset, bucket) if lifecycle.leaves(rule, asset, bucket)

_is_harmless(rule, asset, _) if {
	_trigger(asset) == "creation"
	is_number(rule.expiration_days)
	rule.expiration_days >= asset.floor_days
}

_is_unlocked(bucket, _) if bucket.object_lock_mode == "none"

_is_unlocked(bucket, longest) if bucket.object_lock_days < longest

_floor(asset) := {"field": sprintf("/data_asset/%s/floor_days", [asset.id]), "actual": asset.floor_days}

_expiry(rule, asset) := {
	"field": sprintf("/lifecycle_rule/%s/expiration_days", [rule.id]),
	"actual": rule.expiration_days,
	"expected": asset.floor_days,
}
