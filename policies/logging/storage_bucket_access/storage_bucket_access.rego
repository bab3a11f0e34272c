# METADATA
# title: Access to the objects of a bucket is logged
# description: |
#   data events always pass; the server's own access log passes for data below the levels, and where the server
#   is S3-compatible and has nothing else
# schemas:
#   - input: schema["storage_bucket.input"]
package logging.storage_bucket_access

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each bucket of the batch, by bucket id
# entrypoint: true
verdicts[bucket.id] := _verdict(bucket, input.parameters) if some bucket in input.resources

_verdict(bucket, parameters) := verdict.not_applicable("public_data") if bucket.data_level in {"none", "public"}

else := verdict.fail("not_logged", [_log(bucket)]) if bucket.access_logging == "none"

else := verdict.pass([_log(bucket)]) if bucket.access_logging in {"both", "data_events"}

else := verdict.pass([_log(bucket), _level(bucket)]) if {
	bucket.access_logging == "server_access"
	lists.lacks(parameters.levels, bucket.judged_level)
}

else := verdict.pass([_log(bucket), _provider(bucket)]) if {
	bucket.access_logging == "server_access"
	bucket.provider == "s3_compatible"
}

else := verdict.fail("best_effort_log", [_log(bucket), _level(bucket)]) if {
	bucket.access_logging == "server_access"
	bucket.provider == "aws_s3"
	bucket.judged_level in parameters.levels
}

else := verdict.unknown("level_unread") if {
	bucket.access_logging == "server_access"
	bucket.provider == "aws_s3"
}

else := verdict.unknown("logging_unread")

_log(bucket) := {"field": "/access_logging", "actual": bucket.access_logging, "expected": ["data_events", "both"]}

_level(bucket) := {"field": "/judged_level", "actual": bucket.judged_level}

_provider(bucket) := {"field": "/provider", "actual": bucket.provider}
