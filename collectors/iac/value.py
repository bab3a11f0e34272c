"""Values that code does not settle, and values that must not be kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Reference:
    """One attribute of another resource that an expression names."""

    address: str
    """Absolute address of a resource, with or without the index: `module.a.aws_kms_key.main`, or a logical id."""
    attribute: str = ""
    """Name of the attribute in Terraform's vocabulary (`arn`, `id`, `name`); empty where the whole is named."""


@dataclass(frozen=True)
class Unknown:
    """A value that the code sets by an expression and that cannot be told before it is applied."""

    reason: str = "known_after_apply"
    """One of `assay.collector.REASONS`."""
    references: tuple[Reference, ...] = ()
    """What the expression refers to, so that a link can be followed though the value is not known."""
    operation: str = ""
    """What would settle it, for the user: the expression, the variable."""
    parts: int = 1
    """How many things its expression is made of; some of them may be variables, and no references."""


@dataclass(frozen=True)
class Hidden:
    """A value that is set and secret; the value itself is not kept."""

    origin: str
    """`literal`, `default_value`, `runtime_input`, `generated`, `secret_store_reference` or `unknown`."""


def has_unknown(value: object) -> bool:
    """Say whether a value, or a part of it, is not known."""
    match value:
        case Unknown():
            return True
        case dict():
            return any(map(has_unknown, value.values()))
        case list():
            return any(map(has_unknown, value))
        case _:
            return False


def references_in(value: object) -> tuple[Reference, ...]:
    """Return what a value, or a part of it, refers to."""
    match value:
        case Unknown(references=references):
            return references
        case dict():
            return tuple(found for item in value.values() for found in references_in(item))
        case list():
            return tuple(found for item in value for found in references_in(item))
        case _:
            return ()


Known = Any
"""A plain value of JSON, never None."""
