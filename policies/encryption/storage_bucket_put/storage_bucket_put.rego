# METADATA
# title: Bucket policies reject uploads without the required encryption
# description: a bucket whose data have one of the levels passes when its policy denies such uploads
# schemas:
#   - input: schema["storage_bucket.input"]
package encryption.storage_bucket_put

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each bucket of the batch, by bucket id
# entrypoint: true
verdicts[bucket.id] := _verdict(bucket, input.parameters) if some bucket in input.resources

_verdict(bucket, parameters) := verdict.not_applicable("other_level") if {
	lists.lacks(parameters.levels, bucket.judged_level)
}

else := verdict.pass([_denial(bucket)]) if bucket.deny_unencrypted_put == true

else := verdict.fail("uploads_accepted", [_denial(bucket)]) if {
	bucket.deny_unencrypted_put == false
	bucket.judged_level in parameters.levels
}

else := verdict.unknown("level_unread") if bucket.deny_unencrypted_put == false

else := verdict.unknown("policy_unread")

_denial(bucket) := {"field": "/deny_unencrypted_put", "actual": bucket.deny_unencrypted_put, "expected": true}
