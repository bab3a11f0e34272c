"""Follows what expressions refer to, through variables, local values and outputs of modules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..iac.value import Reference
from . import addresses
from .configured import Call, Module, Resource, Root
from .expressions import Expression, references_of

_User = Resource | Call | None
"""Whose expression it is: what `each` stands for."""
_Seen = frozenset["End"]
_NOTHING = Module()


class End(NamedTuple):
    """Where a reference leads in the end: a resource, a variable that nobody sets, a local value."""

    module: str
    """Address of the module instance in which the text has its meaning."""
    text: str


class Configuration:
    """The code behind the resources of a plan or folder."""

    def __init__(self, root: Root, modules: Iterable[str]) -> None:
        """`modules` are the addresses of all module instances."""
        self.providers = root.provider_config
        self._modules = {"": root.root_module}
        self._instances: dict[str, list[str]] = {}
        for module in sorted(set(modules)):
            self._instances.setdefault(addresses.without_indices(module), []).append(module)
        self._resources: dict[str, dict[str, Resource]] = {}
        self._ends: dict[End, tuple[End, ...]] = {}

    def resource(self, module: str, address: str) -> Resource | None:
        """Return a resource as it is written, by the address of its module and `type.name` (`data.type.name`)."""
        bare = addresses.without_indices(module)
        if bare not in self._resources:
            self._resources[bare] = {resource.address: resource for resource in self.module(bare).resources}
        return self._resources[bare].get(address)

    def module(self, address: str) -> Module:
        """Return a module as it is written, by its address."""
        bare = addresses.without_indices(address)
        if bare not in self._modules:
            call = self.call(bare)
            self._modules[bare] = call.module if call else _NOTHING
        return self._modules[bare]

    def call(self, module: str) -> Call | None:
        """Return the call that makes a module; None for the root."""
        parent, step = addresses.split(module)
        return self.module(parent).module_calls.get(step) if step else None

    def references(self, module: str, expression: Expression, user: _User) -> tuple[Reference, ...]:
        """Return the resources that an expression inside a module refers to; `user` is whose expression it is."""
        found = (addresses.reference(end.module, end.text) for end in self.ends(module, expression, user))
        return tuple(dict.fromkeys(reference for reference in found if reference is not None))

    def ends(self, module: str, expression: Expression, user: _User = None) -> tuple[End, ...]:
        """Return where the references of an expression inside a module lead in the end."""
        return tuple(dict.fromkeys(self._all(module, expression, user, frozenset())))

    def _all(self, module: str, expression: Expression, user: _User, seen: _Seen) -> Iterator[End]:
        for text in references_of(expression):
            if addresses.head(text) != "each":
                yield from self._of(End(module, text), seen)
            elif user is not None:
                yield from self._all(module, user.for_each_expression, None, seen)

    def _of(self, start: End, seen: _Seen) -> tuple[End, ...]:
        if start not in self._ends:
            self._ends[start] = () if start in seen else tuple(self._steps(start, seen | {start}))
        return self._ends[start]

    def _steps(self, start: End, seen: _Seen) -> Iterator[End]:
        follow = {"var": self._variable, "local": self._local, "module": self._output}
        way = follow.get(addresses.head(start.text))
        found = way(start, seen) if way else None
        if found is None:
            yield start
        else:
            yield from found

    def _variable(self, start: End, seen: _Seen) -> Iterator[End] | None:
        call = self.call(start.module)
        name = addresses.name(start.text, 1)
        if call is None or name not in call.expressions:
            return None
        parent, _ = addresses.split(start.module)
        return self._all(parent, call.expressions[name], call, seen)

    def _local(self, start: End, seen: _Seen) -> Iterator[End] | None:
        known = self.module(start.module).locals
        name = addresses.name(start.text, 1)
        return self._all(start.module, known[name], None, seen) if name in known else None

    def _output(self, start: End, seen: _Seen) -> Iterator[End] | None:
        step, rest = addresses.step(start.text)
        inside = f"{start.module}.{step}".lstrip(".")
        output = self.module(inside).outputs.get(addresses.name(rest, 0))
        if output is None:
            return None
        instances = self._instances.get(addresses.without_indices(inside), [inside])
        chosen = [inside] if inside in instances else instances
        return (end for instance in chosen for end in self._all(instance, output.expression, None, seen))
