"""Converts values to the types of variables: what is optional and left out has its default, or is null."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .hcl_data import Absent, number, text, truth
from .hcl_nodes import Call, Entries, Literal, Name, Node

_SCALARS: dict[str, Callable[[Any], Any]] = {"string": text, "number": number, "bool": truth}
_ANY = Name("any")
_Typed = Callable[[Any, Node], Any]


def converted(value: Any, type_: Node, typed: _Typed) -> Any:
    """Return a value of a type; `typed` says of an entry which type it is to have."""
    match type_:
        case Name(name) if name in _SCALARS and value is not None:
            return _SCALARS[name](value)
        case Call("list", (inner,)) if isinstance(value, list):
            return [typed(item, inner) for item in value]
        case Call("default", (default,)) if value is None:
            return typed(default, _ANY)
        case Call("map", (inner,)) if isinstance(value, dict):
            return {name: typed(item, inner) for name, item in value.items()}
        case Call("object", (Entries(entries),)) if isinstance(value, dict):
            return {key.value: _attribute(key.value, value, wanted, typed) for key, wanted in _named(entries)}
    return value


def _named(entries: tuple[tuple[Node, Node], ...]) -> list[tuple[Literal, Node]]:
    return [(key, wanted) for key, wanted in entries if isinstance(key, Literal)]


def _attribute(name: str, around: dict[str, Any], wanted: Node, typed: _Typed) -> Any:
    if isinstance(wanted, Call) and wanted.name == "optional":
        inner = wanted.arguments[0]
        default = wanted.arguments[1] if len(wanted.arguments) > 1 else Literal(None)
        return typed(typed(around.get(name), Call("default", (default,))), inner)
    if name not in around:
        raise Absent
    return typed(around[name], wanted)
