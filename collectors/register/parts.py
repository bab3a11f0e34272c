"""A register file taken apart: which kinds it holds, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assay.suggest import nearest

from ..tables.table import Table
from . import fold


@dataclass(frozen=True)
class Listing:
    """The resources of a kind in a YAML file, each with its line."""

    entries: Sequence[tuple[int, object]]


@dataclass(frozen=True)
class Part:
    """What a file holds of one kind."""

    kind: str
    content: Table | Listing


@dataclass(frozen=True)
class Stranger:
    """What is of no known kind, and the kind that may have been meant."""

    where: str
    why: str
    near: str | None = None


@dataclass
class Register:
    """All that a file holds."""

    parts: list[Part] = field(default_factory=list)
    strangers: list[Stranger] = field(default_factory=list)


class Kinds:
    """The kinds of the pack, found by name or by title in either language."""

    def __init__(self, schemas: Mapping[str, Mapping[str, Any]]) -> None:
        self.schemas = schemas
        self._titles = {
            title: kind for kind, schema in schemas.items() for title in (kind, *schema.get("x-title", {}).values())
        }
        self._folded = {fold.title(title): kind for title, kind in self._titles.items()}

    def find(self, title: str) -> str | None:
        """Return the kind of that name or title."""
        return self._folded.get(fold.title(title))

    def stranger(self, where: str, title: str, remedy: str = "") -> Stranger:
        """Say that something is no kind, with the nearest one."""
        near = nearest(title, self._titles)
        hint = f"; did you mean {near!r}?" if near else ""
        return Stranger(where, f"{fold.shown(title)!r} is no kind{hint}{remedy}", self._titles.get(near or ""))
