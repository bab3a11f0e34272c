"""References in registers that fit nothing, or two things: told with file and row, never dropped."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from assay import codec
from assay.judging.index import Index, build
from assay.judging.normalise import references
from assay.snapshot.reader import Snapshot

WORDS = frozenset({"none", "all", "external", "*", "unknown", "never", "open_ended", "absent"})
"""What a reference may say instead of an id."""


def dangling(snapshot: Snapshot, schemas: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield one line for each reference of a register row that no resource, or more than one, answers to."""
    with tempfile.TemporaryDirectory(prefix="assay-") as folder:
        path = Path(folder) / "index.sqlite"
        build(snapshot, path, {}, 1000)
        held = set(snapshot.kinds)
        with contextlib.closing(Index(snapshot.folder.resolve(), path)) as index:
            for kind in snapshot.kinds:
                fields = {name: kinds for name, kinds in _inward(schemas[kind]).items() if _held(kinds, held)}
                for record in _rows(snapshot.path(kind)):
                    yield from _of(record, kind, fields, index, held)


def _inward(schema: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The fields that refer to resources; one marked `x-outside` may name what no estate holds."""
    outside = {name for name, field in schema["properties"].items() if field.get("x-outside")}
    return {name: kinds for name, kinds in references(schema).items() if name not in outside}


def _held(kinds: tuple[str, ...], held: set[str]) -> bool:
    return "*" in kinds or bool(held & set(kinds))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records that a person wrote: they have a place in a file."""
    with path.open("rb") as file:
        for line in file:
            if b'"place"' in line:
                yield codec.decode(line)


def _of(
    record: Mapping[str, Any], kind: str, fields: Mapping[str, tuple[str, ...]], index: Index, held: set[str]
) -> Iterator[str]:
    place = record.get("place", {})
    for name, kinds in fields.items():
        value = record.get(name, [])
        for item in value if isinstance(value, list) else [value]:
            found = index.answering(item, held if "*" in kinds else held & set(kinds))
            if item not in WORDS and not item.startswith("tag:") and found != 1:
                what = "fits nothing" if found == 0 else f"fits {found} things"
                yield (
                    f"{place.get('path')}:{place.get('line', 0)}: {kind} {record['id']}: "
                    f"{name} {item!r} {what}; correct it or add what it names"
                )
