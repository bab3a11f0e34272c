"""Tells a value of code as a fact, or why it is none."""

from __future__ import annotations

from assay.collector import Resource

from ..declared import Declared
from ..value import Unknown

Answer = bool | int | str | list[str]

DEFAULT = "provider_default"


def tell(resource: Resource, field: str, value: Answer | Unknown) -> None:
    """State a fact, or note why the code does not settle it."""
    if isinstance(value, Unknown):
        resource.miss(field, value.reason, value.operation)
    else:
        resource.state(field, value)


def tell_or_default(
    resource: Resource, field: str, value: Answer | Unknown | None, default: Answer, declared: Declared
) -> None:
    """Tell a value; where the code sets none, what a new resource gets from the service."""
    if value is not None:
        tell(resource, field, value)
    elif declared.is_new:
        resource.state(field, default, DEFAULT)
    else:
        resource.miss(field, "not_in_source", f"default of {declared.type}")
