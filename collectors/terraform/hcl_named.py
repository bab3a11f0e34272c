"""Finds what the names of local values and variables stand for, in each instance of a module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from . import addresses, hcl_syntax
from .hcl_data import NotKnown
from .hcl_nodes import Literal, Node
from .hcl_scope import Later, Scope
from .hcl_text import Body


def typed(value: Any, type_: Node) -> Later:
    """Return a value, or the expression of one, that is to have a type."""
    if isinstance(value, Later):
        return replace(value, types=(*value.types, type_))
    return Later(value if isinstance(value, Node) else Literal(value), Scope(""), (type_,))


class Named:
    """The local values and variables of a folder."""

    def __init__(self, bodies: Mapping[str, Body], assigned: frozenset[str]) -> None:
        """`bodies` are what modules say, by bare address; `assigned` are variables that files beside the code set."""
        self._bodies = bodies
        self._assigned = assigned
        self._callers: dict[str, Scope] = {}

    def enter(self, module: str, caller: Scope) -> None:
        """Say where an instance of a module is called."""
        self._callers[module] = caller

    def find(self, head: str, module: str, name: str) -> Later:
        """Return what a name stands for, of a variable (`var`) or local value (`local`); raises `NotKnown`."""
        return self._variable(module, name) if head == "var" else self._local(module, name)

    def is_sensitive(self, head: str, module: str, name: str) -> bool:
        """Whether it is a variable that is declared sensitive."""
        said = self._declared(module, name).arguments.get("sensitive") if head == "var" else None
        return said is not None and said.text != "false"

    def _local(self, module: str, name: str) -> Later:
        for block in self._body(module).of("locals"):
            if name in block.body.arguments:
                return Later(hcl_syntax.parse(block.body.arguments[name].text), Scope(module))
        raise NotKnown

    def _variable(self, module: str, name: str) -> Later:
        declared = self._declared(module, name)
        value = self._given(module, name)
        if value is None:
            if "default" not in declared.arguments or (not module and name in self._assigned):
                raise NotKnown
            value = Later(hcl_syntax.parse(declared.arguments["default"].text), Scope(module))
        type_ = declared.arguments.get("type")
        return typed(value, hcl_syntax.parse(type_.text)) if type_ else value

    def _declared(self, module: str, name: str) -> Body:
        found = next((b.body for b in self._body(module).of("variable") if b.labels == [name]), None)
        if found is None:
            raise NotKnown
        return found

    def _body(self, module: str) -> Body:
        return self._bodies.get(addresses.without_indices(module), Body())

    def _given(self, module: str, name: str) -> Later | None:
        parent, step = addresses.split(module)
        calls = self._body(parent).of("module") if step else []
        given = next((b.body.arguments.get(name) for b in calls if b.labels == [step]), None)
        if given is None:
            return None
        if module not in self._callers:
            raise NotKnown
        return Later(hcl_syntax.parse(given.text), self._callers[module])
