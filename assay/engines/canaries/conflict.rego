# METADATA
# title: Canary of contradiction
# description: two answers for one resource have to be an error, never one of the two
package assay_canary.conflict

# METADATA
# description: two different answers for the same id
# entrypoint: true
verdicts[resource.id] := {"verdict": verdict, "reason": "canary", "evidence": []} if {
	some resource in input.resources
	some verdict in ["pass", "fail"]
}
