"""Reads a folder of HCL, and the modules that it calls, as it is written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from . import hcl_bodies, hcl_expressions, hcl_files
from .configured import Call, Module, Output, Provider, Resource, Root, Variable
from .hcl_text import Body, Written

_DEEPEST = 24
_REMEDY = "run `terraform init`, or give a plan"


class Folder:
    """All modules of a folder."""

    def __init__(self, path: Path, shown: str) -> None:
        self.root = Root()
        self.resources: dict[tuple[str, str], Written] = {}
        """Resources and data sources by the address of their module and `type.name` (`data.type.name`)."""
        self.bodies: dict[str, Body] = {}
        """What the files of each module say, by its address."""
        self.providers: dict[str, Written] = {}
        """Configurations of providers by the key by which a plan knows them."""
        self.notes: list[str] = []
        self._path = path
        self._shown = shown
        self._installed = hcl_files.installed(path)
        self.root.root_module = self._module(path, "", {}, ())
        self.assigned = hcl_files.variables(path, shown)
        """Variables that files beside the code give a value."""
        for name in self.assigned:
            self.root.root_module.variables.setdefault(name, Variable()).assigned = True

    def _module(self, path: Path, address: str, providers: Mapping[str, str], around: tuple[Path, ...]) -> Module:
        module = Module()
        body = self.bodies[address] = hcl_files.body(path, self._path, self._shown)
        known = {**providers, **self._providers(body, address)}
        for block in body.blocks:
            match block.type, block.labels:
                case ("resource" | "data") as mode, [type_, name]:
                    resource = _resource(block.body, f"data.{type_}" if mode == "data" else type_, name, known)
                    module.resources.append(resource)
                    self.resources[address, resource.address] = block
                case "variable", [name]:
                    module.variables[name] = _variable(block.body)
                case "output", [name]:
                    text = block.body.arguments.get("value")
                    module.outputs[name] = Output(hcl_expressions.leaf(text.text) if text else None)
                case "locals", []:
                    module.locals |= hcl_bodies.expressions(block.body)
                case "module", [name]:
                    inside = f"{address}.module.{name}".lstrip(".")
                    module.module_calls[name] = self._call(block.body, path, inside, known, around)
        return module

    def _call(
        self, body: Body, path: Path, address: str, providers: Mapping[str, str], around: tuple[Path, ...]
    ) -> Call:
        call = Call(
            expressions=hcl_bodies.expressions(body),
            for_each_expression=hcl_bodies.for_each(body),
            repetition=hcl_bodies.repetition(body),
        )
        passed = body.arguments.get("providers")
        given = (hcl_expressions.entries(passed.text) if passed else None) or {}
        own = {name: providers.get(key, key) for name, key in given.items()}
        source = self._source(body, path, address)
        if source is not None and source not in around and len(around) < _DEEPEST:
            call.module = self._module(source, address, {**providers, **own}, (*around, source))
        else:
            self.notes.append(f"{self._shown}: {address} is not there, so nothing in it is judged; {_REMEDY}")
        return call

    def _source(self, body: Body, path: Path, address: str) -> Path | None:
        """Return the folder of a module that is called; None where it has to be fetched first."""
        argument = body.arguments.get("source")
        source = argument.text.strip('"') if argument else ""
        key = address.replace("module.", "")
        if source.startswith(("./", "../")):
            found = Path(os.path.normpath(path / source))
        elif key in self._installed:
            found = Path(os.path.normpath(self._path / self._installed[key]))
        else:
            return None
        return found if found.is_dir() else None

    def _providers(self, body: Body, address: str) -> dict[str, str]:
        """Return the providers that a module configures, by name, with the keys by which a plan knows them."""
        found = {}
        for block in body.of("provider"):
            alias = block.body.arguments.get("alias")
            name = ".".join(block.labels[:1] + ([alias.text.strip('"')] if alias else []))
            found[name] = f"{address}:{name}" if address else name
            self.providers[found[name]] = block
            self.root.provider_config[found[name]] = Provider(hcl_bodies.expressions(block.body))
        return found


def _resource(body: Body, type_: str, name: str, providers: Mapping[str, str]) -> Resource:
    given = body.arguments.get("provider")
    provider = given.text.strip('"') if given else type_.removeprefix("data.").partition("_")[0]
    return Resource(
        address=f"{type_}.{name}",
        expressions=hcl_bodies.expressions(body),
        for_each_expression=hcl_bodies.for_each(body),
        provider_config_key=providers.get(provider, provider),
        repetition=hcl_bodies.repetition(body),
    )


def _variable(body: Body) -> Variable:
    """Return a variable; of its default only that there is one, since it may be a secret."""
    default, sensitive = body.arguments.get("default"), body.arguments.get("sensitive")
    return Variable(
        default=True if default and default.text != "null" else None,
        sensitive=sensitive is not None and sensitive.text == "true",
        optional=default is not None,
    )
