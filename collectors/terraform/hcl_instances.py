"""Tells how many there are of each module and resource of a folder, by `count` and `for_each` as they are written."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from . import addresses
from .hcl_data import NotKnown, SetOf, pairs
from .hcl_evaluation import Evaluation
from .hcl_folder import Folder
from .hcl_named import Named
from .hcl_scope import NOT_KNOWN, Scope
from .hcl_text import Body

_MOST = 10_000
_Named = tuple[str, Mapping[str, Any]]
"""An index as it stands in an address, and what `each` and `count` mean there."""


class Instances:
    """The instances of all modules, and of the resources in them."""

    def __init__(self, folder: Folder) -> None:
        self._named = Named(folder.bodies, frozenset(folder.assigned))
        self.evaluation = Evaluation(self._named, self._whole)
        self._resources = folder.resources
        self._outlines: dict[tuple[str, str], Any] = {}
        self._scopes: dict[str, Sequence[Scope] | None] = {"": [Scope("")]}
        # Modules that are called stand behind those that call them.
        for address, body in folder.bodies.items():
            for call in body.of("module"):
                self._enter(address, call.labels[0] if call.labels else "", call.body)

    @property
    def modules(self) -> set[str]:
        """Addresses of the instances of modules that are known."""
        return {scope.module for scopes in self._scopes.values() for scope in scopes or ()} - {""}

    def of(self, module: str, name: str, body: Body) -> dict[str, Scope] | None:
        """Return the instances of a resource by their addresses; None where they are not known."""
        found = {}
        for around in self._scopes.get(module) or ():
            instances = self._instances(body, around)
            if instances is None:
                return None
            for index, names in instances:
                found[f"{around.module}.{name}{index}".lstrip(".")] = Scope(around.module, names)
        return found if self._scopes.get(module) is not None else None

    def _enter(self, module: str, name: str, body: Body) -> None:
        inside = f"{module}.module.{name}".lstrip(".")
        found = self.of(module, f"module.{name}", body)
        self._scopes[inside] = None if found is None else [Scope(address) for address in found]
        for address, scope in (found or {}).items():
            self._named.enter(address, scope)

    def _whole(self, module: str, name: str) -> Any:
        """Return the instances of a resource, of which only the keys are known; raises `NotKnown`."""
        if (module, name) not in self._outlines:
            self._outlines[module, name] = None
            self._outlines[module, name] = self._outline(module, name)
        found = self._outlines[module, name]
        if found is None:
            raise NotKnown
        return found

    def _outline(self, module: str, name: str) -> Any:
        written = self._resources.get((addresses.without_indices(module), name))
        found = self._instances(written.body, Scope(module)) if written else None
        if found is None or "" in dict(found):
            return None
        named = [names for _, names in found]
        if all("each" in names for names in named):
            return {names["each"]["key"]: NOT_KNOWN for names in named}
        return [NOT_KNOWN] * len(named)

    def _instances(self, body: Body, scope: Scope) -> list[_Named] | None:
        try:
            if "for_each" in body.arguments:
                over = self.evaluation.outline(body.arguments["for_each"].text, scope)
                return self._of_each(over)
            if "count" in body.arguments:
                count = int(self.evaluation.value(body.arguments["count"].text, scope))
                if count > _MOST:
                    return None
                return [(f"[{index}]", {"count": {"index": index}}) for index in range(count)]
        except (NotKnown, TypeError, ValueError):
            return None
        return [("", {})]

    def _of_each(self, over: Any) -> list[_Named] | None:
        if not isinstance(over, dict | SetOf):
            return None
        found = list(pairs(over))
        if not all(isinstance(key, str) for key, _ in found):
            return None
        return [
            (f"[{json.dumps(key, ensure_ascii=False)}]", {"each": {"key": key, "value": value}}) for key, value in found
        ]
