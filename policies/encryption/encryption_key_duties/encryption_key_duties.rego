# METADATA
# title: Nobody both administers and uses a key
# description: |
#   a key passes when those who administer it are others than those who use it; the root of the account itself passes
#   the matter on to IAM and counts for nothing
# schemas:
#   - input: schema["encryption_key.input"]
package encryption.encryption_key_duties

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each key of the batch, by key id
# entrypoint: true
verdicts[key.id] := _verdict(key) if some key in input.resources

_verdict(key) := verdict.not_applicable("provider_manages") if key.manager == "provider"

else := verdict.fail("both", [{"field": "/named_administrators", "actual": both}]) if {
	both := [principal | some principal in key.named_administrators; principal in key.named_users]
	count(both) > 0
}

else := verdict.unknown("left_to_iam") if {
	key.named_administrators == []
	key.named_users == []
}

else := verdict.pass([
	{"field": "/named_administrators", "actual": key.named_administrators},
	{"field": "/named_users", "actual": key.named_users},
]) if {
	others := lists.missing(key.named_administrators, key.named_users)
	count(others) == count(key.named_administrators)
}

else := verdict.unknown("policy_unread")
