# METADATA
# title: Canary of built-in errors
# description: an error inside a policy has to be an error or no answer, never a pass
package assay_canary.division

# METADATA
# description: divides by nothing
# entrypoint: true
verdicts[resource.id] := {"verdict": "pass", "reason": "canary", "evidence": [{"field": "/x", "actual": 1 / input.parameters.zero}]} if {
	some resource in input.resources
}
