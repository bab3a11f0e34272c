"""Goes through a table or a YAML listing entry by entry, and tells which entries cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..tables.table import Table, TableFailed
from . import columns as columns_of
from . import fold
from .columns import Columns
from .parts import Listing

Cells = list[tuple[str, str, object]]
"""Title, field and value of each cell that is a field."""


@dataclass(frozen=True)
class Entry:
    """One row or one YAML mapping."""

    line: int
    cells: Cells


@dataclass(frozen=True)
class Lost:
    """Something that stands in the register and cannot be read."""

    line: int | None
    what: str


def of(content: Table | Listing, columns: Columns) -> Iterator[Entry | Lost]:
    """Yield what the content holds."""
    if isinstance(content, Listing):
        yield from _listing(content, columns)
        return
    try:
        if content.rows or not content.broken:
            yield from _table(content, columns)
    except TableFailed as error:
        # What stands in a row that is no header may be data, so none of it is repeated.
        columns.strange.clear()
        yield Lost(None, str(error))
    if content.broken:
        yield Lost(content.broken.line, content.broken.what)


def _table(table: Table, columns: Columns) -> Iterator[Entry | Lost]:
    header = columns_of.match(table, columns)
    for row in table.rows[1:]:
        if len(row.cells) != len(header):
            what = f"has {len(row.cells)} cells where the header has {len(header)}"
            yield Lost(row.line, f"{what}; quote separators and line breaks")
            continue
        titled = list(zip(header, row.cells, strict=True))
        for place, ((title, _), cell) in enumerate(titled, 1):
            if not title and cell is not None:
                columns.strange[f"({place})"] = "has no title and is not read; give it one"
        yield Entry(row.line, [(title, name, cell) for (title, name), cell in titled if name])


def _listing(listing: Listing, columns: Columns) -> Iterator[Entry | Lost]:
    for line, entry in listing.entries:
        if not isinstance(entry, dict):
            yield Lost(line, "is no mapping of fields to values")
            continue
        cells = [(fold.shown(key), columns.find(key), value) for key, value in entry.items()]
        named = [(key, name, value) for key, name, value in cells if name]
        if len({name for _, name, _ in named}) < len(named):
            yield Lost(line, "gives a field twice, under two titles; keep one")
        else:
            yield Entry(line, named)
