# METADATA
# title: Temporary grants have ended
# description: a grant passes when the day on which it ends is not over
# schemas:
#   - input: schema["access_grant.input"]
package access.access_grant_temporary

import data.lib.verdict

# METADATA
# description: one answer for each grant of the batch, by grant id
# entrypoint: true
verdicts[grant.id] := _verdict(grant) if some grant in input.resources

_verdict(grant) := verdict.not_applicable("permanent") if {
	grant.temporary == false
	grant.expires_at == "none"
}

else := verdict.fail("expired", [_end(grant)]) if {
	is_number(grant.days_to_expiry)
	grant.days_to_expiry < 0
}

else := verdict.fail("without_end", [{"field": "/temporary", "actual": true}, _end(grant)]) if {
	grant.temporary == true
	grant.expires_at == "none"
}

else := verdict.pass([_end(grant)]) if {
	is_number(grant.days_to_expiry)
	grant.days_to_expiry >= 0
}

else := verdict.unknown("end_unread")

_end(grant) := {"field": "/expires_at", "actual": grant.expires_at}
