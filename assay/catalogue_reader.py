"""Reads the catalogue from the YAML files of the packs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from assay import schema, yaml_reader
from assay.catalogue import Catalogue, Clause, Control, Framework, Measure
from assay.check import Check
from assay.errors import PackError
from assay.pack import Pack


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
            data = _new(path, "control", catalogue.controls)
            catalogue.controls[data["id"]] = _control(data)
        case "frameworks":
            data = _new(path, "framework", catalogue.frameworks)
            catalogue.frameworks[data["id"]] = Framework(**data)
        case "profiles":
            catalogue.profiles[path.stem] = _new(path, "profile", catalogue.profiles)["parameters"]
        case _:
            _take_check(catalogue, pack, path)


def _take_check(catalogue: Catalogue, pack: Pack, path: Path) -> None:
    data = _new(path, "check", catalogue.checks)
    if data["id"] != path.stem:
        raise PackError(f"{path}: holds the check {data['id']}; name the file {data['id']}.yaml")
    catalogue.checks[data["id"]] = Check.parse(data, pack.name)


def _new(path: Path, name: str, known: Mapping[str, object]) -> dict[str, Any]:
    """Read a document that may not replace another unseen."""
    data = _document(path, name)
    id = data.get("id", path.stem)
    if not data.pop("overrides", False) and id in known:
        raise PackError(f"{path}: the {name} {id} exists already; say `overrides: true` to replace it")
    return data


def _document(path: Path, name: str) -> dict[str, Any]:
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
