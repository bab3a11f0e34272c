# METADATA
# title: Buckets refuse requests without TLS
# description: |
#   a bucket passes when its policy denies requests without TLS, or when the S3-compatible server that holds it
#   answers on no clear-text port
# schemas:
#   - input: schema["storage_bucket.input"]
package encryption.storage_bucket_transport

import data.lib.verdict

# METADATA
# description: one answer for each bucket of the batch, by bucket id
# entrypoint: true
verdicts[bucket.id] := _verdict(bucket, input.related) if some bucket in input.resources

_verdict(bucket, related) := verdict.not_applicable("public_data") if bucket.data_level in {"none", "public"}

else := verdict.pass([_denial(bucket)]) if bucket.deny_insecure_transport == true

else := verdict.pass([_port(bucket, related)]) if {
	bucket.provider == "s3_compatible"
	related.tls_endpoint[bucket.tls_endpoint_id].plaintext_port_open == false
}

else := verdict.fail("no_denial", [_denial(bucket)]) if {
	bucket.deny_insecure_transport == false
	bucket.provider == "aws_s3"
}

else := verdict.fail("no_endpoint", [_denial(bucket)]) if {
	bucket.deny_insecure_transport == false
	bucket.tls_endpoint_id == "none"
}

else := verdict.fail("port_open", [_denial(bucket), _port(bucket, related)]) if {
	bucket.deny_insecure_transport == false
	related.tls_endpoint[bucket.tls_endpoint_id].plaintext_port_open == true
}

else := verdict.unknown("port_unread") if bucket.deny_insecure_transport == false

else := verdict.unknown("policy_unread")

_denial(bucket) := {
	"field": "/deny_insecure_transport",
	"actual": bucket.deny_insecure_transport,
	"expected": true,
}

_port(bucket, related) := {
	"field": sprintf("/tls_endpoint/%s/plaintext_port_open", [bucket.tls_endpoint_id]),
	"actual": related.tls_endpoint[bucket.tls_endpoint_id].plaintext_port_open,
	"expected": false,
}
