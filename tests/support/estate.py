"""An estate made of all full-path cases of the bundled pack: every kind that is judged, every verdict."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from support.judging import content
from support.widgets import snapshot

from assay import yaml_reader
from assay.collector import Resource
from assay.snapshot.reader import Snapshot

CASES = Path(__file__).parents[1] / "pack" / "cases"


def estate(folder: Path, seed: int = 0, cases_of_each: int = 4) -> Snapshot:
    """Write a snapshot of some cases of every check; the seed sets the order in which resources are written."""
    found: dict[str, list[Resource]] = {}
    for path in sorted(CASES.glob("*.yaml")):
        cases = yaml_reader.load(path)["cases"][:cases_of_each]
        for number, case in enumerate(cases):
            for kind, made in _resources(case["resources"], f"{path.stem}/{number}"):
                found.setdefault(kind, []).append(made)
    kinds = list(found)
    random.Random(seed).shuffle(kinds)  # noqa: S311 - an order, no secret
    for given in found.values():
        random.Random(seed).shuffle(given)  # noqa: S311
    return snapshot(folder, content(), {kind: found[kind] for kind in kinds}, profiles=["cn_baseline"])


def _resources(case: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Resource]]:
    """Yield the resources of one case under names of their own, what refers to them included."""
    ids = {item["id"] for items in case.values() for item in items}
    for kind, items in case.items():
        for item in items:
            renamed = _renamed(item, ids - {"organization"}, prefix)
            known = ("id", "name", "aliases", "unread")
            facts = {name: value for name, value in renamed.items() if name not in known}
            made = Resource(renamed["id"], str(item.get("name", item["id"])), facts)
            for unread in item.get("unread", ()):
                made.miss(unread["field"], unread["reason"])
            yield kind, made


def _renamed(value: Any, ids: set[str], prefix: str) -> Any:
    if isinstance(value, dict):
        return {name: _renamed(item, ids, prefix) for name, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, ids, prefix) for item in value]
    return f"{prefix}/{value}" if isinstance(value, str) and value in ids else value
