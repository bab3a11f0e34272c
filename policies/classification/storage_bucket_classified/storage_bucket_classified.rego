# METADATA
# title: Every bucket is classified
# description: a bucket passes when a classified data asset lies in it, or when it bears a tag with its level
# schemas:
#   - input: schema["storage_bucket.input"]
package classification.storage_bucket_classified

import data.lib.related
import data.lib.tags
import data.lib.verdict

# METADATA
# description: one answer for each bucket of the batch, by bucket id
# entrypoint: true
verdicts[bucket.id] := answer if {
	some bucket in input.resources
	answer := _verdict(bucket, related.records("data_asset", bucket.id), input.parameters)
}

_verdict(bucket, assets, parameters) := verdict.pass(evidence) if {
	evidence := [_classified(asset) | some asset in assets; asset.is_classified == true]
	count(evidence) > 0
}

else := verdict.pass([_tags(bucket)]) if {
	tags.say(bucket.normalised_tags, parameters.tag_keys, parameters.tag_values)
}

# Tags that were read hold no level here: the limb above would have seen it.
else := verdict.fail("not_classified", array.concat(open, [_tags(bucket)])) if {
	is_object(bucket.normalised_tags)
	input.complete.data_asset == true
	open := [_classified(asset) | some asset in assets; asset.is_classified == false]
	count(open) == count(assets)
}

else := verdict.unknown("tags_unread") if {
	input.complete.data_asset == true
	count([asset | some asset in assets; asset.is_classified == false]) == count(assets)
}

else := verdict.unknown("register_unread")

_classified(asset) := {
	"field": sprintf("/data_asset/%s/is_classified", [asset.id]),
	"actual": asset.is_classified,
	"expected": true,
}

_tags(bucket) := {"field": "/normalised_tags", "actual": bucket.normalised_tags}
