"""Functions of Terraform that do not need all that they are given: entries that are not known do no harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from .hcl_data import Absent, NotKnown, fail
from .hcl_functions import FUNCTIONS
from .hcl_nodes import Index
from .hcl_scope import Later


class Opens(Protocol):
    """Computes a value, or only its outline."""

    def open(self, value: Any) -> Any:
        """Return a value of which the entries may still be computed later."""

    def whole(self, value: Any) -> Any:
        """Return a value with all that is in it."""


def call(name: str, arguments: list[Any], values: Opens) -> Any:
    """Return what a function makes of its arguments; raises `NotKnown`."""
    if name in _LAZY:
        return _LAZY[name](arguments, values)
    if name not in FUNCTIONS:
        raise NotKnown
    return FUNCTIONS[name](*map(values.whole, arguments))


def _tried(arguments: list[Any], values: Opens) -> Any:
    for argument in arguments:
        try:
            # Of what stands elsewhere only that it is there counts, not whether all in it is known.
            is_elsewhere = isinstance(argument, Later) and isinstance(argument.node, Index)
            return values.open(argument) if is_elsewhere else values.whole(argument)
        except Absent:
            continue
    raise Absent


def _can(arguments: list[Any], values: Opens) -> bool:
    try:
        _tried(arguments, values)
    except Absent:
        return False
    return True


def _merged(arguments: list[Any], values: Opens) -> dict[str, Any]:
    return {name: item for found in map(values.open, arguments) for name, item in (found or {}).items()}


def _chained(arguments: list[Any], values: Opens) -> list[Any]:
    found = [values.open(argument) for argument in arguments]
    return [item for items in found for item in items] if all(isinstance(items, list) for items in found) else fail()


def _looked_up(arguments: list[Any], values: Opens) -> Any:
    around, name = values.open(arguments[0]), values.whole(arguments[1])
    if name not in around and len(arguments) == 2:
        raise Absent
    return values.open(around.get(name, arguments[-1]))


def _first(arguments: list[Any], values: Opens) -> Any:
    for found in map(values.open, arguments):
        if found not in (None, ""):
            return found
    raise Absent


def _splat(arguments: list[Any], values: Opens) -> list[Any]:
    found = values.open(arguments[0])
    return found if isinstance(found, list) else [] if found is None else [found]


def _one(arguments: list[Any], values: Opens) -> Any:
    found = values.open(arguments[0])
    return values.open(found[0]) if found else None


_LAZY: dict[str, Callable[[list[Any], Opens], Any]] = {
    "try": _tried,
    "can": _can,
    "merge": _merged,
    "lookup": _looked_up,
    "coalesce": _first,
    "[*]": _splat,
    "one": _one,
    "concat": _chained,
    "keys": lambda given, values: sorted(values.open(given[0])),
    "values": lambda given, values: [item for _, item in sorted(values.open(given[0]).items())],
    "length": lambda given, values: FUNCTIONS["length"](values.open(given[0])),
    "tolist": lambda given, values: list(values.open(given[0])),
    "tomap": lambda given, values: values.open(given[0]),
    "nonsensitive": lambda given, values: values.open(given[0]),
}
