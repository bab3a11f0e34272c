"""Reads a plan, as `terraform show -json` writes it, into declared resources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from ..iac.block import Block
from ..iac.code import Code
from ..iac.declared import Action, Declared
from . import addresses, completing, lines, plan_file, providers, refusals
from .configuration import Configuration
from .origins import Origins
from .plan_file import Instance, Module, Plan, ResourceChange
from .settling import Settling
from .whereabouts import Whereabouts

_NONE = msgspec.Raw(b"null")
_GONE = {"delete", "forget"}
_ACTIONS: Mapping[str, Action] = {"create": "create", "read": "read", "no-op": "no-op"}


def read(path: Path, shown: str, account: str | None = None) -> Code:
    """Return what a plan declares; raises `CollectorFailed` where the file is none or cannot be judged."""
    with refusals.decoding(shown):
        plan = plan_file.load(path, shown)
        reading = _Reading(plan, lines.Lines(path, shown))
        resources = [*reading.resources(), *providers.with_secrets(reading.configuration, plan.variables, shown)]
        account = account or reading.where.account(resources)
        code = Code(resources, account, reading.where.region(), removed=reading.removed())
    completing.complete(code)
    return code


class _Reading:
    """Reads one resource after the other, so that their encoded values need not all be decoded at once."""

    def __init__(self, plan: Plan, places: lines.Lines) -> None:
        self._plan = plan
        self._places = places
        self.configuration = None
        if plan.configuration is not None:
            modules = {addresses.module_of(change.address) for change in plan.resource_changes or ()}
            self.configuration = Configuration(plan.configuration, modules)
        self.where = Whereabouts(self.configuration, plan.variables)
        self._origins = Origins(self.configuration, plan.variables)

    def resources(self) -> Iterator[Declared]:
        """Read what changes or stays; data sources and, in a plan without changes, all else from the states."""
        changes = self._plan.resource_changes
        seen = {change.address for change in changes or ()}
        for change in changes or ():
            action = _action(change.change.actions)
            if action is not None:
                new = change.change
                yield self._declared(change, action, new.after, new.after_unknown, new.after_sensitive)
        for instance in self._instances():
            if instance.address not in seen and (instance.mode == "data" or changes is None):
                seen.add(instance.address)
                action = "read" if instance.mode == "data" else "create"
                yield self._declared(instance, action, instance.values, _NONE, instance.sensitive_values)

    def removed(self) -> Iterator[Declared]:
        """Read what is deleted, as it was; what Terraform only forgets is there still."""
        for change in self._plan.resource_changes or ():
            if change.change.actions == ["delete"]:
                old = change.change
                yield self._declared(change, "no-op", old.before, _NONE, old.before_sensitive)

    def _instances(self) -> Iterator[Instance]:
        plan = self._plan
        for state in (plan.prior_state.values if plan.prior_state else None, plan.planned_values):
            if state is not None:
                yield from _of_module(state.root_module)

    def _declared(
        self,
        entry: ResourceChange | Instance,
        action: Action,
        after: msgspec.Raw,
        unknown: msgspec.Raw,
        sensitive: msgspec.Raw,
    ) -> Declared:
        type_ = f"data.{entry.type}" if entry.mode == "data" else entry.type
        module = addresses.module_of(entry.address)
        configured = self.configuration.resource(module, f"{type_}.{entry.name}") if self.configuration else None
        settling = Settling(type_, module, configured, self.configuration, self._origins, planned=True)
        values = settling.values(_values(after), _values(unknown), msgspec.json.decode(sensitive))
        return Declared(
            type=type_,
            address=entry.address,
            arguments=Block(values),
            place=self._places.place(entry.address, f"{type_}.{entry.name}"),
            action=action,
            references=settling.references(),
            origins=settling.origins if entry.mode == "managed" else {},
            region=self.where.region_of(configured, values),
            account=self.where.account_of(configured),
        )


def _action(actions: list[str]) -> Action | None:
    """Return what becomes of a resource; None where nothing is left of it."""
    if set(actions) <= _GONE:
        return None
    return "replace" if len(actions) > 1 else _ACTIONS.get(actions[0], "update")


def _of_module(module: Module) -> Iterator[Instance]:
    yield from module.resources
    for child in module.child_modules:
        yield from _of_module(child)


def _values(raw: msgspec.Raw) -> Mapping[str, Any]:
    values = msgspec.json.decode(raw)
    return values if isinstance(values, dict) else {}
