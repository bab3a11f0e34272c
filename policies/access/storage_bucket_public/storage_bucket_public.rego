# METADATA
# title: Buckets block public access
# description: |
#   a bucket passes when neither its policy nor its ACL is public and its public access block is full; an
#   S3-compatible server needs no block
# schemas:
#   - input: schema["storage_bucket.input"]
package access.storage_bucket_public

import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each bucket of the batch, by bucket id
# entrypoint: true
verdicts[bucket.id] := _verdict(bucket) if some bucket in input.resources

_verdict(bucket) := verdict.not_applicable("public_data") if {
	bucket.data_level == "public"
	input.complete.data_asset == true
	assets := related.records("data_asset", bucket.id)
	count(assets) > 0
	count([asset | some asset in assets; _is_published(asset)]) == count(assets)
}

else := verdict.fail("public_policy", [_fact(bucket, "policy_public", false)]) if bucket.policy_public == true

else := verdict.fail("public_acl", [_fact(bucket, "acl_public", false)]) if bucket.acl_public == true

else := verdict.fail("block_open", [_fact(bucket, "public_access_block", "full")]) if {
	bucket.provider == "aws_s3"
	bucket.public_access_block in {"partial", "none"}
}

else := verdict.pass(array.concat(_grants(bucket), [_fact(bucket, "public_access_block", "full")])) if {
	bucket.policy_public == false
	bucket.acl_public == false
	bucket.public_access_block == "full"
}

else := verdict.pass(array.concat(_grants(bucket), [_fact(bucket, "provider", "s3_compatible")])) if {
	bucket.policy_public == false
	bucket.acl_public == false
	bucket.provider == "s3_compatible"
}

else := verdict.unknown("exposure_unread")

# Somebody answers for the asset being public: a tag alone excuses nothing.
_is_published(asset) if {
	asset.judged_level in {"none", "public"}
	asset.is_classified == true
	asset.has_owner == true
}

_grants(bucket) := [_fact(bucket, "policy_public", false), _fact(bucket, "acl_public", false)]

_fact(bucket, field, expected) := {"field": concat("", ["/", field]), "actual": bucket[field], "expected": expected}
