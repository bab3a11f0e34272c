# METADATA
# title: Long-lived keys are rotated and used
# description: a key passes when it was rotated, and used, within the limits
# schemas:
#   - input: schema["credential.input"]
package authentication.credential_rotation

import data.lib.verdict

# METADATA
# description: one answer for each credential of the batch, by credential id
# entrypoint: true
verdicts[credential.id] := _verdict(credential, input.parameters) if some credential in input.resources

_verdict(credential, parameters) := verdict.not_applicable("password") if credential.kind == "password"

else := verdict.not_applicable("inactive") if credential.active == false

else := verdict.not_applicable("account_disabled") if {
	input.related.identity_account[credential.account_id].enabled == false
}

else := verdict.not_applicable("read_from_code") if {
	credential.value_source in {"default_value", "generated", "literal", "runtime_input", "secret_store_reference"}
}

else := verdict.fail("too_old", [_age(credential, parameters)]) if credential.age_days > parameters.max_age_days

else := verdict.fail("unused", [_idle(credential, parameters)]) if credential.idle_days > parameters.unused_days

else := verdict.pass([_age(credential, parameters), _idle(credential, parameters)]) if {
	credential.age_days <= parameters.max_age_days
	credential.idle_days <= parameters.unused_days
}

else := verdict.unknown("days_unread")

_age(credential, parameters) := {
	"field": "/age_days",
	"actual": credential.age_days,
	"expected": parameters.max_age_days,
}

_idle(credential, parameters) := {
	"field": "/idle_days",
	"actual": credential.idle_days,
	"expected": parameters.unused_days,
}
