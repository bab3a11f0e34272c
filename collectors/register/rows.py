"""Turns the rows of one kind into resources; a bad cell costs its field, a bad row itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from assay.collector import Output, Resource, Source

from ..tables.table import Table
from . import entries, facts, fold, identity
from .columns import Columns
from .entries import Cells, Entry
from .notes import Notes
from .parts import Part
from .texts import BadCell

#: What becomes of the identity of a resource, and no field of it.
_IDENTITY = frozenset({"id", "name", "aliases", "employee_number", "email"})


@dataclass
class Rows:
    """One source on its way into the snapshot."""

    source: Source
    out: Output
    notes: Notes
    settle: Callable[[Resource], None]
    """What a collector knows of a row beside its cells."""
    withheld: frozenset[str] = frozenset()
    """Fields that no column gives."""
    seen: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    """Kind and id to the line that has it first, and a hash of what that says."""

    def take(self, part: Part) -> None:
        """Write the resources of one part."""
        mapped = self.source.options.get("columns", {})
        columns = Columns(part.kind, self.source.schemas[part.kind], mapped, self.withheld)
        sheet = part.content.sheet if isinstance(part.content, Table) else None
        within = f"[{fold.shown(sheet)}]" if sheet else ""
        for entry in entries.of(part.content, columns):
            place = f"{within}:{entry.line}" if entry.line else within
            lost = self._row(columns, place, entry) if isinstance(entry, Entry) else entry.what
            if lost:
                self.notes.add(f"{place}: {lost}")
                self.out.incomplete(part.kind, "corrupt", self.notes.file)
        for title, why in columns.strange.items():
            self.notes.add(f"{within}: column {title!r}: {why}")

    def _row(self, columns: Columns, place: str, entry: Entry) -> str | None:
        """Write one row; returns what is wrong with it as a whole."""
        kind = columns.kind
        found, unread = self._facts(columns, place, entry.cells)
        named = identity.identify(kind, self.source.name, found, self.source.options.get("loose", ()))
        if named is None:
            return f"has no id; fill in id, or {' and '.join(identity.key(kind))}"
        said = hash(repr((found, unread)))
        first, told = self.seen.setdefault((kind, named.id), (entry.line, said))
        if first != entry.line and told == said:
            self.notes.add(f"{place}: says again what row {first} says; take one out")
            return None  # nothing is lost by it
        where = {"path": self.notes.file, "line": entry.line}
        resource = Resource(named.id, named.name, aliases=named.aliases, location=where)
        for name, fact in found.items():
            if name not in _IDENTITY:
                resource.state(name, fact)
        for name, reason in unread.items():
            if name not in _IDENTITY:
                resource.miss(name, reason, f"{self.notes.file}:{entry.line}")
        self.settle(resource)
        # Two rows of one id become one record, in which what they state differently is unread.
        self.out.resource(kind, resource)
        return None if first == entry.line else f"has the id of row {first}; give each row an id of its own"

    def _facts(self, columns: Columns, place: str, cells: Cells) -> tuple[dict[str, Any], dict[str, str]]:
        """Return the facts of a row, and the fields that it does not give with the reason."""
        found: dict[str, Any] = {}
        unread: dict[str, str] = {}
        for title, name, cell in cells:
            try:
                fact = facts.read(columns.fields[name], cell, self.source.zone)
            except BadCell as error:
                self.notes.add(f"{place}:{title}: {error}")
                unread[name] = "corrupt"
                continue
            if fact is None:
                unread[name] = "not_in_source"
            else:
                found[name] = fact
        return found, unread
