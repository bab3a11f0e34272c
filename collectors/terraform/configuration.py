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

    def before(self, module: str, text: str) -> tuple[str, Expression, _User] | None:
        """Return what a variable, local value or output stands for: the module it is written in, the expression, whose.

        None for a resource, or where the code does not tell it.
        """
        name = addresses.name(text, 1)
        match addresses.head(text):
            case "var" if (call := self.call(module)) is not None and name in call.expressions:
                return addresses.split(module)[0], call.expressions[name], call
            case "local" if name in (known := self.module(module).locals):
                return module, known[name], None
            case "module":
                step, rest = addresses.step(text)
                inside = f"{module}.{step}".lstrip(".")
                output = self.module(inside).outputs.get(addresses.name(rest, 0))
                return (inside, output.expression, None) if output is not None else None
        return None

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
        before = self.before(start.module, start.text)
        if before is None:
            yield start
            return
        module, expression, user = before
        for instance in self._chosen(module) if addresses.head(start.text) == "module" else [module]:
            yield from self._all(instance, expression, user, seen)

    def _chosen(self, module: str) -> list[str]:
        """Return the instances of a module that its address may mean."""
        instances = self._instances.get(addresses.without_indices(module), [module])
        return [module] if module in instances else instances
