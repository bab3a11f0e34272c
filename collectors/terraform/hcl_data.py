"""Values of HCL: how they are converted, compared and repeated over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any


class NotKnown(Exception):
    """The value cannot be computed from the code alone, or not by this reader."""


class Absent(Exception):
    """Terraform finds no such thing either: what `try` and `can` ask for."""


class SetOf(list[Any]):
    """A set, in its order."""


def text(value: Any) -> str:
    """Return a scalar as a template writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if value is None or isinstance(value, list | dict):
        raise Absent
    return str(value)


def fail() -> Any:
    """Say that Terraform takes no such value either."""
    raise Absent


def number(value: Any) -> Any:
    """Return a number, also of a text that is one."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    try:
        return json.loads(value) if isinstance(value, str) and value[:1] in "-0123456789" else fail()
    except ValueError:
        raise Absent from None


def truth(value: Any) -> Any:
    """Return a truth value, also of a text that is one."""
    if isinstance(value, str) and value in ("true", "false"):
        return value == "true"
    return value if isinstance(value, bool) else fail()


def as_set(values: Any) -> SetOf:
    """Return what a list holds, once each, sorted where it can be."""
    found = [value for index, value in enumerate(values) if value not in values[:index]]
    return SetOf(sorted(found) if all(isinstance(value, str) for value in found) else found)


def pairs(value: Any) -> Iterator[tuple[Any, Any]]:
    """Return what is repeated over, as `for_each` and `for` do."""
    if isinstance(value, dict):
        return iter(sorted(value.items()))
    if isinstance(value, SetOf):
        return ((item, item) for item in value)
    if isinstance(value, list):
        return enumerate(value)
    raise NotKnown


def same(left: Any, right: Any) -> bool:
    """Whether two values are equal; a text is never a number."""
    return isinstance(left, bool) == isinstance(right, bool) and bool(left == right)
