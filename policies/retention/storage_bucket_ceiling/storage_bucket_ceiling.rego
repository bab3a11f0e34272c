# METADATA
# title: Personal data in a bucket end with their term
# description: |
#   a bucket passes when every personal asset in it has a ceiling that is kept: by a lifecycle rule that deletes
#   in time where age alone ends the term, else by a recent disposal and none overdue
# schemas:
#   - input: schema["storage_bucket.input"]
package retention.storage_bucket_ceiling

import data.lib.disposal
import data.lib.lifecycle
import data.lib.related
import data.lib.verdict

# METADATA
# description: one answer for each bucket of the batch, by bucket id
# entrypoint: true
verdicts[bucket.id] := answer if {
	some bucket in input.resources
	answer := _verdict(bucket, related.records("data_asset", bucket.id), input.parameters)
}

_verdict(bucket, assets, parameters) := verdict.not_applicable("not_personal") if {
	bucket.data_level in {"none", "public", "internal"}
}

else := verdict.not_applicable("nothing_bound") if {
	input.complete.data_asset == true
	count(assets) > 0
	count([reason | some asset in assets; reason := _freedom(asset)]) == count(assets)
}

else := verdict.fail("no_expiry", evidence) if {
	evidence := [_ceiling(asset) | some asset in assets; _outlives_its_term(asset, bucket)]
	count(evidence) > 0
}

else := verdict.fail("disposal_overdue", evidence) if {
	bound := [asset | some asset in assets; _ends_by_event(asset)]
	evidence := [_due(record) | some asset in bound; some record in disposal.overdue(asset, parameters.grace_days)]
	count(evidence) > 0
}

else := verdict.pass(evidence) if {
	input.complete.data_asset == true
	count(assets) > 0
	evidence := [proof | some asset in assets; proof := _proof(asset, bucket, parameters)]
	count(evidence) == count(assets)
}

else := verdict.unknown("no_asset") if {
	input.complete.data_asset == true
	assets == []
}

else := verdict.unknown("no_disposal") if {
	some asset in assets
	_ends_by_event(asset)
	disposal.settled(asset, parameters.grace_days)
	disposal.recent(asset, parameters.event_evidence_days) == []
}

else := verdict.unknown("term_unread")

_terms(asset) := input.related.retention_rule[asset.retention_rule_id]

_ends_by_age(asset) if {
	asset.judged_level in {"personal", "sensitive", "important"}
	is_number(_terms(asset).max_days)
	_terms(asset).ends_by_age == true
}

_ends_by_event(asset) if {
	asset.judged_level in {"personal", "sensitive", "important"}
	is_number(_terms(asset).max_days)
	_terms(asset).ends_by_age == false
}

_outlives_its_term(asset, bucket) if {
	_ends_by_age(asset)
	bucket.lifecycle_read == true
	rules := related.records("lifecycle_rule", bucket.id)
	count([rule | some rule in rules; lifecycle.spares(rule, asset, bucket, _terms(asset).max_days)]) == count(rules)
}

# Why no ceiling binds the asset, as evidence.
_freedom(asset) := {"field": sprintf("/data_asset/%s/judged_level", [asset.id]), "actual": asset.judged_level} if {
	asset.judged_level in {"none", "public", "internal"}
}

else := {"field": sprintf("/retention_rule/%s/permanent_basis", [terms.id]), "actual": terms.permanent_basis} if {
	terms := _terms(asset)
	terms.is_permanent == true
}

# Why the asset does not outlive its term, as evidence.
_proof(asset, bucket, parameters) := reason if reason := _freedom(asset)

else := {"field": sprintf("/lifecycle_rule/%s/expiration_days", [rule.id]), "actual": rule.expiration_days} if {
	_ends_by_age(asset)
	rules := related.records("lifecycle_rule", bucket.id)
	ending := [other | some other in rules; lifecycle.ends(other, asset, bucket, _terms(asset).max_days)]
	rule := ending[0]
}

else := {"field": sprintf("/destruction_record/%s/executed_at", [record.id]), "actual": record.executed_at} if {
	_ends_by_event(asset)
	disposal.settled(asset, parameters.grace_days)
	recent := disposal.recent(asset, parameters.event_evidence_days)
	record := recent[0]
}

_ceiling(asset) := {"field": sprintf("/retention_rule/%s/max_days", [terms.id]), "actual": terms.max_days} if {
	terms := _terms(asset)
}

_due(record) := {"field": sprintf("/destruction_record/%s/due_at", [record.id]), "actual": record.due_at}
