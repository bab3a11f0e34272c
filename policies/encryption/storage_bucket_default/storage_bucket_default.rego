# METADATA
# title: Storage buckets encrypt new objects by default
# description: a bucket whose data have one of the levels passes when its default encryption is an accepted mode
# schemas:
#   - input: schema["storage_bucket.input"]
package encryption.storage_bucket_default

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each bucket of the batch, by bucket id
# entrypoint: true
verdicts[bucket.id] := _verdict(bucket, input.parameters) if some bucket in input.resources

_verdict(bucket, parameters) := verdict.not_applicable("other_level") if {
	lists.lacks(parameters.levels, bucket.judged_level)
}

else := verdict.pass([_mode(bucket, parameters)]) if bucket.default_encryption in parameters.accepted

else := verdict.fail("not_encrypted", [_mode(bucket, parameters)]) if {
	bucket.default_encryption == "none"
	_binds(bucket, parameters)
}

else := verdict.fail("mode_not_accepted", [_mode(bucket, parameters)]) if {
	is_string(bucket.default_encryption)
	_binds(bucket, parameters)
}

else := verdict.unknown("level_unread") if is_string(bucket.default_encryption)

else := verdict.unknown("encryption_unread")

_binds(bucket, parameters) if bucket.judged_level in parameters.levels

# A bucket is judged as personal at least, so where that binds the level need not be known.
_binds(_, parameters) if "personal" in parameters.levels

_mode(bucket, parameters) := {
	"field": "/default_encryption",
	"actual": bucket.default_encryption,
	"expected": parameters.accepted,
}
