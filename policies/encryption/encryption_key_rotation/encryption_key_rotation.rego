# METADATA
# title: Keys are rotated on schedule
# description: a key passes when it rotates by itself often enough, or cannot and was made or rotated within that time
# schemas:
#   - input: schema["encryption_key.input"]
package encryption.encryption_key_rotation

import data.lib.lists
import data.lib.verdict

# METADATA
# description: one answer for each key of the batch, by key id
# entrypoint: true
verdicts[key.id] := _verdict(key, input.parameters) if some key in input.resources

_verdict(key, parameters) := verdict.not_applicable("provider_manages") if key.manager == "provider"

else := verdict.not_applicable("not_in_use") if key.state in {"disabled", "pending_deletion"}

else := verdict.fail("not_scheduled", _schedule(key, parameters)) if {
	_rotates_itself(key, parameters)
	_unscheduled(key, parameters)
}

else := verdict.fail("old", array.concat(_schedule(key, parameters), _ages(key))) if {
	_cannot_rotate(key, parameters)
	_unscheduled(key, parameters)
	_old(key, parameters)
}

else := verdict.pass(_schedule(key, parameters)) if _scheduled(key, parameters)

else := verdict.pass(_ages(key)) if {
	_cannot_rotate(key, parameters)
	key.rotation_enabled == true
	_young(key, parameters)
}

else := verdict.unknown("period_unread") if key.rotation_enabled == true

# From here on rotation is off, or it was not read whether it is on.
else := verdict.fail("old", _ages(key)) if {
	_cannot_rotate(key, parameters)
	_old(key, parameters)
}

else := verdict.pass(_ages(key)) if {
	_cannot_rotate(key, parameters)
	_young(key, parameters)
}

else := verdict.fail("old", array.concat(_schedule(key, parameters), _ages(key))) if {
	key.rotation_enabled == false
	_old(key, parameters)
}

else := verdict.unknown("age_unread") if _cannot_rotate(key, parameters)

else := verdict.unknown("rotation_unread") if _rotates_itself(key, parameters)

else := verdict.unknown("kind_unread")

_rotates_itself(key, parameters) if {
	key.provider in parameters.self_rotating_providers
	key.effective_key_kind == "symmetric_encryption"
	key.material_origin == "managed"
}

_cannot_rotate(key, parameters) if lists.lacks(parameters.self_rotating_providers, key.provider)

_cannot_rotate(key, _) if key.effective_key_kind in {"asymmetric", "hmac"}

_cannot_rotate(key, _) if key.material_origin in {"imported", "custom_store"}

_scheduled(key, parameters) if {
	key.rotation_enabled == true
	key.rotation_period_days >= 1
	key.rotation_period_days <= parameters.max_days
}

_unscheduled(key, _) if key.rotation_enabled == false

_unscheduled(key, _) if key.rotation_period_days < 1

_unscheduled(key, parameters) if {
	is_number(key.rotation_period_days)
	key.rotation_period_days > parameters.max_days
}

_old(key, parameters) if _age(key) > parameters.max_days

# A day of rotation that is still to come proves none.
_old(key, _) if {
	is_number(key.days_since_rotation)
	key.days_since_rotation < 0
}

_age(key) := key.days_since_rotation if is_number(key.days_since_rotation)

else := key.days_since_creation if {
	key.days_since_rotation == "never"
	is_number(key.days_since_creation)
}

_young(key, parameters) if {
	some days in _ages(key)
	days.actual >= 0
	days.actual <= parameters.max_days
}

_schedule(key, parameters) := array.concat(
	[{"field": "/rotation_enabled", "actual": on, "expected": true} | on := key.rotation_enabled],
	[{"field": "/rotation_period_days", "actual": n, "expected": parameters.max_days} | n := key.rotation_period_days],
)

_ages(key) := [{"field": sprintf("/%s", [name]), "actual": key[name]} |
	some name in ["days_since_rotation", "days_since_creation"]
	is_number(key[name])
]
