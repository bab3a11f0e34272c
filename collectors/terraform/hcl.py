"""Reads a folder of HCL into declared resources, where there is no plan yet."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from assay import sandbox
from assay.collector import CollectorFailed

from ..iac.block import Block
from ..iac.code import Code
from ..iac.declared import Declared
from ..iac.provider_defaults import with_defaults
from . import addresses, completing, hcl_bodies, hcl_files, hcl_providers, providers
from .configuration import Configuration
from .configured import Call, Resource
from .hcl_entries import Entrywise
from .hcl_folder import Folder
from .hcl_instances import Instances
from .hcl_known import Known
from .hcl_scope import Scope
from .hcl_text import Written
from .hcl_values import Values
from .origins import Origins
from .settling import Settling
from .whereabouts import Whereabouts

_PACK = Path(__file__).parents[2]
#: The runtime of Go reserves addresses by the gigabyte, most of which it never uses.
_LIMITS = sandbox.Limits(memory=4 * 2**30, cpu_seconds=60, seconds=90)
_INDEX = re.compile(r"\[[^\]]*\]$")
_Made = Mapping[str, Any]
_NOTHING: _Made = {}


def read(path: Path, shown: str, account: str | None = None) -> Code:
    """Return what a folder declares; raises `CollectorFailed` where it cannot be read."""
    made = _compute(path, shown)
    try:
        code = _code(Folder(path, shown), made, shown, account)
    except RecursionError:
        raise CollectorFailed("corrupt", f"{shown}: its code is nested too deeply to be read") from None
    completing.complete(code)
    return code


def _code(folder: Folder, made: list[dict[str, Any]], shown: str, account: str | None) -> Code:
    reading = _Reading(folder, made, shown)
    resources = [*reading.resources(), *providers.with_secrets(reading.configuration, {}, shown)]
    own = account or reading.where.account(resources)
    return Code(resources, own, reading.where.region(), not folder.notes, folder.notes)


def _compute(path: Path, shown: str) -> list[dict[str, Any]]:
    if find_spec("tfparse") is None:
        raise CollectorFailed("unsupported", f"{shown}: HCL needs tfparse; pip install 'assay[iac]', or give a plan")
    arguments = {"folder": str(path.resolve()), "assigned": hcl_files.assigned(path, shown)}
    try:
        found: list[dict[str, Any]] = sandbox.run("collectors.terraform.hcl_child:read", arguments, _PACK, _LIMITS)
    except sandbox.SandboxFailed as error:
        raise CollectorFailed(error.reason, f"{shown}: {error}") from None
    return found


class _Reading:
    def __init__(self, folder: Folder, made: list[dict[str, Any]], shown: str) -> None:
        self._folder = folder
        self._shown = shown
        self._made: dict[tuple[str, str], list[_Made]] = {}
        modules = set()
        for block in made:
            module = addresses.module_of(address := block["__tfmeta"]["path"])
            modules.add(module)
            name = _INDEX.sub("", address[len(module) :].lstrip("."))
            self._made.setdefault((addresses.without_indices(module), name), []).append(block)
        self._instances = Instances(folder)
        self.configuration = Configuration(folder.root, modules | self._instances.modules)
        self._known = Known(self.configuration)
        self._tags = hcl_providers.settle(folder, self._made, self._known)
        self.where = Whereabouts(self.configuration, {})
        self._origins = Origins(self.configuration, {})

    def resources(self) -> Iterator[Declared]:
        """Read every instance of every resource, and one that stands for all where their number is not known."""
        for (module, name), written in self._folder.resources.items():
            resource = self.configuration.resource(module, name)
            if resource is None:
                continue
            blocks = self._made.get((module, name), [])
            made = {block["__tfmeta"]["path"]: block for block in blocks if self._is_one(block["__tfmeta"]["path"])}
            instances = self._instances.of(module, name, written.body)
            are_all = len(made) == len(blocks) and self._are_all(module, resource, written, blocks)
            if instances is None and not are_all:
                stands = next(iter(made.values()), _NOTHING)
                yield self._declared(f"{module}.{name}".lstrip("."), resource, written, stands, None)
                continue
            for address, scope in (dict.fromkeys(made) if instances is None else instances).items():
                yield self._declared(address, resource, written, made.get(address, _NOTHING), scope)

    def _is_one(self, address: str) -> bool:
        """Whether it is an instance: where tfparse cannot tell how many there are, it gives one without an index."""
        module = addresses.module_of(address)
        name = _INDEX.sub("", address[len(module) :].lstrip("."))
        users: list[tuple[str, Resource | Call | None]] = [(address, self.configuration.resource(module, name))]
        while module:
            users.append((module, self.configuration.call(module)))
            module, _ = addresses.split(module)
        return all(user is None or user.repetition is None or of.endswith("]") for of, user in users)

    def _are_all(self, module: str, resource: Resource, written: Written, made: list[_Made]) -> bool:
        """Whether what was made is all that there will be."""
        if not made and hcl_bodies.depends_on_surroundings(written.body):
            return False
        return self._known.is_counted(module, resource) and self._known.is_made(module)

    def _declared(
        self, address: str, resource: Resource, written: Written, made: _Made, scope: Scope | None
    ) -> Declared:
        module = addresses.module_of(address)
        type_, _, _ = resource.address.rpartition(".")
        entries = Entrywise(self._instances.evaluation, scope)
        computed = Values(self._known.within(module, resource), bool(made), entries).resource(written.body, made)
        own = Resource(resource.address, computed.expression, resource.for_each_expression)
        settling = Settling(type_, module, own, self.configuration, self._origins, planned=False)
        values = settling.values(computed.after, computed.unknown, self._known.sensitive(module, computed.expression))
        is_data = type_.startswith("data.")
        if not is_data:
            values = with_defaults(type_, values)
            hcl_providers.add_default_tags(values, self._tags.get(resource.provider_config_key))
        return Declared(
            type=type_,
            address=address,
            arguments=Block(values),
            place=self._place(address, written),
            action="read" if is_data else "create",
            references=settling.references(),
            origins={} if is_data else settling.origins,
            region=self.where.region_of(resource, values),
            account=self.where.account_of(resource),
        )

    def _place(self, address: str, written: Written) -> Mapping[str, object]:
        path = os.path.normpath(Path(self._shown) / written.file)
        line = {"line": written.line} if written.line > 0 else {}
        return {"path": path, **line, "address": address}
