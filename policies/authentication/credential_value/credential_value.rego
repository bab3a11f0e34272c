# METADATA
# title: Infrastructure code holds no secret values
# description: a secret passes when the code takes its value from a store, a generator or whoever runs it
# schemas:
#   - input: schema["credential.input"]
package authentication.credential_value

import data.lib.verdict

# METADATA
# description: one answer for each credential of the batch, by credential id
# entrypoint: true
verdicts[credential.id] := _verdict(credential) if some credential in input.resources

_verdict(credential) := verdict.not_applicable("not_from_code") if credential.value_source == "none"

else := verdict.fail("literal", [_source(credential)]) if credential.value_source == "literal"

else := verdict.fail("default_value", [_source(credential)]) if credential.value_source == "default_value"

else := verdict.pass([_source(credential)]) if {
	credential.value_source in {"secret_store_reference", "generated", "runtime_input"}
}

else := verdict.unknown("source_unread")

_source(credential) := {"field": "/value_source", "actual": credential.value_source}
