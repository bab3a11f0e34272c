"""Whether a key rotates by itself, and how often."""

from __future__ import annotations

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..telling import DEFAULT
from .material import primary_of

_DEFAULT_DAYS = 365


def state_rotation(resource: Resource, code: Code, key: Declared) -> None:
    """State `rotation_enabled` and `rotation_period_days`; a replica rotates with the key that it copies."""
    primary = primary_of(code, key)
    if not isinstance(primary, Declared):
        reason = primary.reason if isinstance(primary, Unknown) else "not_in_source"
        resource.miss("rotation_enabled", reason, "primary_key_arn")
        resource.miss("rotation_period_days", reason, "primary_key_arn")
        return
    enabled = primary.arguments.flag("enable_key_rotation")
    if isinstance(enabled, Unknown):
        resource.miss("rotation_enabled", enabled.reason, "enable_key_rotation")
    else:
        resource.state("rotation_enabled", enabled is True, DEFAULT if enabled is None else None)
    _state_period(resource, primary, enabled)


def _state_period(resource: Resource, key: Declared, enabled: bool | Unknown | None) -> None:
    """State the period; a key that does not rotate has none, which is 0."""
    days = key.arguments.number("rotation_period_in_days")
    if enabled is None or enabled is False:
        resource.state("rotation_period_days", 0)
    elif isinstance(days, int):
        resource.state("rotation_period_days", days)
    elif days is None and key.is_new:
        resource.state("rotation_period_days", _DEFAULT_DAYS, DEFAULT)
    else:
        reason = days.reason if isinstance(days, Unknown) else "not_in_source"
        resource.miss("rotation_period_days", reason, "rotation_period_in_days")
