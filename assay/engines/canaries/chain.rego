# METADATA
# title: Canary of the chain
# description: the shape of every policy; a false pass here means that the engine may not judge
package assay_canary.chain

# METADATA
# description: one answer for each resource of the batch
# entrypoint: true
verdicts[resource.id] := _verdict(resource, input.parameters) if some resource in input.resources

_verdict(resource, _) := _answer("not_applicable", resource.level) if resource.level in {"none", "public"}

else := _answer("fail", resource.mode) if {
	resource.mode in {"off", "weak"}
}

else := _answer("pass", [good, resource.digits]) if {
	resource.mode in input.parameters.accepted
	good := [item | some item in resource.items; item.ok == true]
	count(good) == count(resource.items)
	count(good) > 0
	is_number(resource.digits)
}

else := _answer("unknown", "unread")

_answer(verdict, seen) := {
	"verdict": verdict,
	"reason": "canary",
	"evidence": [{"field": "/seen", "actual": seen}],
}
