"""What a key is made of: kind, algorithm, origin; and whether it is in use."""

from __future__ import annotations

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..telling import DEFAULT

_ORIGINS = {
    "AWS_KMS": "managed",
    "EXTERNAL": "imported",
    "AWS_CLOUDHSM": "custom_store",
    "EXTERNAL_KEY_STORE": "custom_store",
}
_IMPORTED = ("aws_kms_external_key", "aws_kms_replica_external_key")
_STORES = ("custom_key_store_id", "xks_key_id")
_KINDS_OF_USE = {"SIGN_VERIFY": "asymmetric", "KEY_AGREEMENT": "asymmetric", "GENERATE_VERIFY_MAC": "hmac"}
_STATES = {
    "Enabled": "enabled",
    "Disabled": "disabled",
    "PendingDeletion": "pending_deletion",
    "PendingReplicaDeletion": "pending_deletion",
}


def primary_of(code: Code, key: Declared) -> Declared | Unknown | None:
    """Return the key that a replica copies, or None where the code does not hold it; another key is its own."""
    if not key.type.startswith("aws_kms_replica"):
        return key
    found = code.targets(key, "primary_key_arn", "aws_kms_key", "aws_kms_external_key")
    if isinstance(found, Unknown):
        return found
    return found[0] if len(found) == 1 else None


def state_material(resource: Resource, code: Code, key: Declared) -> None:
    """State `algorithm`, `key_kind` and `material_origin`."""
    primary = primary_of(code, key)
    if key.type in _IMPORTED:
        resource.state("material_origin", "imported")
    if isinstance(primary, Declared):
        _state_kind(resource, primary)
        if key.type not in _IMPORTED:
            _state_origin(resource, primary)
        return
    reason = primary.reason if isinstance(primary, Unknown) else "not_in_source"
    for field in ("algorithm", "key_kind", "material_origin"):
        if field not in resource.facts:
            resource.miss(field, reason, "primary_key_arn")


def state_state(resource: Resource, key: Declared) -> None:
    """State `state`; a key is enabled unless the code says otherwise."""
    known = key.arguments.text("key_state")
    if isinstance(known, str) and known in _STATES:
        resource.state("state", _STATES[known])
        return
    enabled = key.arguments.flag("is_enabled" if key.type == "aws_kms_key" else "enabled")
    waits = key.type in _IMPORTED and key.arguments.value("key_material_base64") is None
    if isinstance(enabled, Unknown):
        resource.miss("state", enabled.reason, "enabled")
    elif enabled is not None:
        resource.state("state", "enabled" if enabled else "disabled")
    elif key.is_new and not waits:
        resource.state("state", "enabled", DEFAULT)
    else:
        resource.miss("state", "known_after_apply", "enabled")


def _state_kind(resource: Resource, key: Declared) -> None:
    spec = key.arguments.text("customer_master_key_spec") or key.arguments.text("key_spec")
    usage = key.arguments.text("key_usage")
    if isinstance(spec, Unknown):
        resource.miss("algorithm", spec.reason, "customer_master_key_spec")
        kind = _KINDS_OF_USE.get(usage) if isinstance(usage, str) else None
        if kind is None:
            resource.miss("key_kind", spec.reason, "customer_master_key_spec")
        else:
            resource.state("key_kind", kind)
        return
    basis = None if spec else DEFAULT
    resource.state("algorithm", spec or "SYMMETRIC_DEFAULT", basis)
    resource.state("key_kind", _kind(spec or "SYMMETRIC_DEFAULT"), basis)


def _kind(spec: str) -> str:
    if spec == "SYMMETRIC_DEFAULT":
        return "symmetric_encryption"
    return "hmac" if spec.startswith("HMAC") else "asymmetric"


def _state_origin(resource: Resource, key: Declared) -> None:
    if key.type in _IMPORTED:
        resource.state("material_origin", "imported")
        return
    origin = key.arguments.text("origin")
    stores = [key.arguments.text(name) for name in _STORES]
    if isinstance(origin, str) and origin in _ORIGINS:
        resource.state("material_origin", _ORIGINS[origin])
    elif any(isinstance(store, str) for store in stores):
        resource.state("material_origin", "custom_store")
    elif origin is not None or any(stores):
        resource.miss("material_origin", "known_after_apply", "origin")
    else:
        resource.state("material_origin", "managed", DEFAULT)
