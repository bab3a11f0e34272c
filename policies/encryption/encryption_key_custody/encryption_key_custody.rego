# METADATA
# title: Keys are not stored beside the data
# description: |
#   a key passes when it lives where keys are kept apart by construction, or when it is registered as kept apart
# schemas:
#   - input: schema["encryption_key.input"]
package encryption.encryption_key_custody

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each key of the batch, by key id
# entrypoint: true
verdicts[key.id] := _verdict(key, input.parameters) if some key in input.resources

_verdict(key, parameters) := verdict.fail("beside_the_data", [_provider(key)]) if {
	key.provider in parameters.forbidden_providers
}

else := verdict.fail("beside_the_data", [_separate(key)]) if key.separate_from_data == false

else := verdict.pass([_provider(key)]) if key.provider in parameters.separate_providers

else := verdict.pass([_provider(key), _separate(key)]) if {
	lists.lacks(parameters.forbidden_providers, key.provider)
	key.separate_from_data == true
}

else := verdict.unknown("place_unread")

_provider(key) := {"field": "/provider", "actual": key.provider}

_separate(key) := {"field": "/separate_from_data", "actual": key.separate_from_data, "expected": true}
