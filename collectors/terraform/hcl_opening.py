"""Opens expressions of HCL: of a map or list, what stands in it is computed when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from . import hcl_calls, hcl_operators, hcl_types
from .hcl_data import Absent, NotKnown, SetOf, as_set, pairs, text, truth
from .hcl_named import Named, typed
from .hcl_nodes import Call, Choice, Entries, For, Index, Items, Literal, Name, Node, Operation, Template
from .hcl_scope import Later, Scope

_DEEPEST = 60


def _nobody_knows(*_: str) -> Any:
    raise NotKnown


class Opening:
    """Computes the expressions of a folder; code that Terraform would refuse raises whatever comes of it."""

    def __init__(self, named: Named) -> None:
        self._named = named
        self._depth = 0
        self._opened: dict[tuple[str, str, str], tuple[Any, bool]] = {}
        self.steps_left = 0
        self.is_sensitive = False
        """Whether a sensitive variable took part."""
        self.instances: Callable[[str, str], Any] = _nobody_knows
        """Returns the instances of a resource as a whole, by the address of its module and its own."""

    @property
    def is_begun(self) -> bool:
        """Whether an expression is being computed, of which another is a part."""
        return self._depth > 0

    def whole(self, value: Any) -> Any:
        """Return a value with all that is in it."""
        value = self.open(value)
        if isinstance(value, dict):
            return {name: self.whole(item) for name, item in value.items()}
        if isinstance(value, list) and not isinstance(value, SetOf):
            return [self.whole(item) for item in value]
        return value

    def open(self, value: Any) -> Any:
        """Return a value of which the entries may still be computed later."""
        if not isinstance(value, Later):
            return value
        if self._depth > _DEEPEST or self.steps_left <= 0:
            raise NotKnown
        self._depth += 1
        self.steps_left -= 1
        try:
            found = self._node(value.node, value.scope)
            for type_ in value.types:
                found = self._converted(found, type_)
            return found
        finally:
            self._depth -= 1

    def _converted(self, value: Any, type_: Node) -> Any:
        if isinstance(type_, Call) and type_.name == "set" and value is not None:
            return as_set(self.whole(value))
        return self.open(hcl_types.converted(value, type_, typed))

    def _node(self, node: Node, scope: Scope) -> Any:
        match node:
            case Literal(value):
                return value
            case Template(parts):
                return "".join(text(self.whole(Later(part, scope))) for part in parts)
            case Items(items):
                return [Later(item, scope) for item in items]
            case Entries(entries):
                return {text(self.whole(Later(key, scope))): Later(value, scope) for key, value in entries}
            case For():
                return self._for(node, scope)
            case Call():
                return self._call(node, scope)
        return self._step(node, scope)

    def _step(self, node: Node, scope: Scope) -> Any:
        match node:
            case Name(name) if name in scope.names:
                return self.open(scope.names[name])
            case Index(Name("local" | "var" as head), Literal(name)):
                return self._of_module(head, name, scope.module)
            case Index(Name(type_), Literal(name)) if type_ not in scope.names:
                return self.instances(scope.module, f"{type_}.{name}")
            case Index(Index(Name("data"), Literal(type_)), Literal(name)):
                return self.instances(scope.module, f"data.{type_}.{name}")
            case Index(of, key):
                return self._entry(self.open(Later(of, scope)), self.whole(Later(key, scope)))
            case Choice(condition, yes, no):
                return self.open(Later(yes if truth(self.whole(Later(condition, scope))) else no, scope))
            case Operation(mark, (only,)):
                return hcl_operators.unary(mark, self.whole(Later(only, scope)))
            case Operation(mark, (left, right)):
                return hcl_operators.binary(
                    mark, self.whole(Later(left, scope)), lambda: self.whole(Later(right, scope))
                )
        raise NotKnown

    def _of_module(self, head: str, name: str, module: str) -> Any:
        """Return a local value or variable, which many expressions may name."""
        key = head, name, module
        before, self.is_sensitive = self.is_sensitive, False
        try:
            if key not in self._opened:
                value = self.open(self._named.find(head, module, name))
                self._opened[key] = value, self.is_sensitive or self._named.is_sensitive(head, module, name)
            value, self.is_sensitive = self._opened[key]
        finally:
            self.is_sensitive |= before
        return value

    def _entry(self, around: Any, key: Any) -> Any:
        if isinstance(around, dict) and key in around:
            return self.open(around[key])
        if isinstance(around, list) and not isinstance(around, SetOf) and 0 <= int(key) < len(around):
            return self.open(around[int(key)])
        raise Absent

    def _call(self, node: Call, scope: Scope) -> Any:
        arguments: list[Any] = [Later(argument, scope) for argument in node.arguments]
        if node.spread:
            arguments[-1:] = self.open(arguments[-1])
        return hcl_calls.call(node.name, arguments, self)

    def _for(self, node: For, scope: Scope) -> Any:
        made: list[tuple[Scope, Any]] = []
        for key, value in pairs(self.open(Later(node.over, scope))):
            names = dict(zip(node.names, (key, value) if len(node.names) > 1 else (value,), strict=True))
            inner = replace(scope, names={**scope.names, **names})
            if node.condition is None or truth(self.whole(Later(node.condition, inner))):
                made.append((inner, Later(node.value, inner)))
        if node.key is None:
            return [value for _, value in made]
        return {text(self.whole(Later(node.key, inner))): value for inner, value in made}
