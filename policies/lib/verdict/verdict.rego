# METADATA
# title: Verdicts
# description: the four answers that a policy may give about a resource
package lib.verdict

# METADATA
# description: the duty is proved to be met; the evidence lists the facts that prove it
pass(evidence) := {"verdict": "pass", "reason": "pass", "evidence": evidence}

# METADATA
# description: the duty is proved to be broken
fail(reason, evidence) := {"verdict": "fail", "reason": reason, "evidence": evidence}

# METADATA
# description: neither is proved
unknown(reason) := {"verdict": "unknown", "reason": reason, "evidence": []}

# METADATA
# description: the duty does not bind this resource
not_applicable(reason) := {"verdict": "not_applicable", "reason": reason, "evidence": []}

# METADATA
# description: the duty binds, but its deadline is not over; the evidence holds the field `due_until`
not_due(reason, evidence) := {"verdict": "not_applicable", "reason": reason, "evidence": evidence}
