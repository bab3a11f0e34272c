"""The catalogue of the packs in use: checks, controls, frameworks, profiles and the words of reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assay import schema
from assay.check import Check, Words
from assay.errors import PackError
from assay.pack import Pack
from assay.suggest import unknown


@dataclass(frozen=True)
class Clause:
    """One clause of a framework that a control serves, and how sure the mapping is."""

    framework: str
    clause: str
    confidence: str
    note: str = ""


@dataclass(frozen=True)
class Measure:
    """One measure of the source documents, with its quotation."""

    id: str
    quote: str
    text: str


@dataclass(frozen=True)
class Control:
    """An objective, served by checks, tied to clauses of frameworks."""

    id: str
    title: Words
    objective: Words
    measures: Sequence[Measure] = ()
    clauses: Sequence[Clause] = ()


@dataclass(frozen=True)
class Framework:
    """A law or standard, with what was verified of it."""

    id: str
    name: str
    version: str
    source: str
    verification: str


@dataclass
class Catalogue:
    """All that the packs say about duties; later packs add to earlier ones."""

    checks: dict[str, Check] = field(default_factory=dict)
    controls: dict[str, Control] = field(default_factory=dict)
    frameworks: dict[str, Framework] = field(default_factory=dict)
    profiles: dict[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    messages: dict[str, Mapping[str, Words]] = field(default_factory=dict)
    """Policy package to reason code to words."""

    def check(self, id: str) -> Check:
        """Return a check; raises `PackError` with the nearest known id."""
        try:
            return self.checks[id]
        except KeyError:
            raise PackError(unknown("check", id, self.checks)) from None

    def control(self, id: str) -> Control:
        """Return a control; raises `PackError` with the nearest known id."""
        try:
            return self.controls[id]
        except KeyError:
            raise PackError(unknown("control", id, self.controls)) from None

    def framework(self, id: str) -> Framework:
        """Return a framework; raises `PackError` with the nearest known id."""
        try:
            return self.frameworks[id]
        except KeyError:
            raise PackError(unknown("framework", id, self.frameworks)) from None

    def clauses(self, check: Check) -> Sequence[Clause]:
        """Return the clauses that a check serves, through its control."""
        control = self.controls.get(check.control)
        return control.clauses if control else ()


def load(packs: Iterable[Pack]) -> Catalogue:
    """Read the content of the packs in order; raises `PackError` with file and place."""
    catalogue = Catalogue()
    for pack in packs:
        for path in pack.files("checks", "*.yaml"):
            _take(catalogue, pack, path)
        for path in pack.files("policies", "messages.yaml"):
            catalogue.messages[_package(pack, path.parent)] = _document(path, "messages")
    return catalogue


def _take(catalogue: Catalogue, pack: Pack, path: Path) -> None:
    match path.parent.name:
        case "controls":
            control = _control(_document(path, "control"))
            catalogue.controls[control.id] = control
        case "frameworks":
            data = _document(path, "framework")
            catalogue.frameworks[data["id"]] = Framework(**data)
        case "profiles":
            catalogue.profiles[path.stem] = _document(path, "profile")["parameters"]
        case _:
            _take_check(catalogue, pack, path)


def _take_check(catalogue: Catalogue, pack: Pack, path: Path) -> None:
    data = _document(path, "check")
    if data["id"] != path.stem:
        raise PackError(f"{path}: holds the check {data['id']}; name the file {data['id']}.yaml")
    if data["id"] in catalogue.checks and not data.get("overrides"):
        raise PackError(f"{path}: the check {data['id']} exists already; say `overrides: true` to replace it")
    catalogue.checks[data["id"]] = Check.parse(data, pack.name)


def _document(path: Path, name: str) -> dict[str, Any]:
    from assay import yaml_reader  # a warm start reads no YAML

    data: dict[str, Any] = yaml_reader.load(path)
    for where, mistake in schema.mistakes(schema.own(name), data):
        raise PackError(f"{path}: {'.'.join(map(str, where)) or 'the document'}: {mistake}")
    return data


def _control(data: Mapping[str, Any]) -> Control:
    return Control(
        id=data["id"],
        title=data["title"],
        objective=data["objective"],
        measures=tuple(Measure(**measure) for measure in data.get("measures", ())),
        clauses=tuple(Clause(**clause) for clause in data.get("clauses", ())),
    )


def _package(pack: Pack, folder: Path) -> str:
    return ".".join(folder.relative_to(pack.root / "policies").parts)
