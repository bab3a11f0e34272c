"""People who came back: a roster may have a row for each time that somebody was employed here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assay.collector import Source

from ..register import columns as columns_of
from ..register import facts, fold
from ..register.columns import Columns
from ..register.texts import BadCell
from ..tables.table import Row, Table

_IS_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER, _FIRST, _LAST = "employee_number", "hire_date", "end_date"


def latest(table: Table, columns: Columns, source: Source) -> tuple[Table, int]:
    """Return the table without employments that ended before the same person's next began, and how many those are.

    Raises `TableFailed` where its first row is no header.
    """
    if table.broken and not table.rows:
        return table, 0
    places = {name: place for place, (_, name) in enumerate(columns_of.match(table, columns)) if name}
    reader = _Reader(places, columns, source)
    people: dict[str, list[Row]] = defaultdict(list)
    for row in table.rows[1:]:
        people[fold.width(reader.read(row, _NUMBER))].append(row)
    over = {row.line for number, rows in people.items() if number and len(rows) > 1 for row in _over(rows, reader)}
    return replace(table, rows=[row for row in table.rows if row.line not in over]), len(over)


@dataclass(frozen=True)
class _Reader:
    """Reads single cells of a roster."""

    places: Mapping[str, int]
    """Field to the place of its column."""
    columns: Columns
    source: Source

    def read(self, row: Row, name: str) -> str:
        """Return what a row says of a field; empty where it does not say it, or badly."""
        place = self.places.get(name, len(row.cells))
        if place >= len(row.cells):
            return ""
        try:
            fact = facts.read(self.columns.fields[name], row.cells[place], self.source.zone)
        except BadCell:
            return ""
        return "" if fact is None else str(fact)


def _over(rows: Sequence[Row], reader: _Reader) -> Sequence[Row]:
    """Return all but the last employment where each ended before the next began; else none: the rows contradict.

    One that is still to come does not speak for today.
    """
    ordered = sorted(rows, key=lambda row: reader.read(row, _FIRST))
    if not reader.read(ordered[0], _FIRST):
        return []
    ends = [reader.read(row, _LAST) for row in ordered[:-1]]
    starts = [reader.read(row, _FIRST) for row in ordered[1:]]
    followed = all(_IS_DAY.fullmatch(end) and end <= start for end, start in zip(ends, starts, strict=True))
    return ordered[:-1] if followed and starts[-1] <= reader.source.at.date().isoformat() else []
