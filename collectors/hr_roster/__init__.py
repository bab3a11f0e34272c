"""The roster of staff that human resources keep, as CSV, TSV, XLSX or ODS: one row, one person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assay.collector import Collector, Resource, Source

from ..identity import persons
from ..register.collecting import OPTIONS, TableCollector
from ..register.columns import Columns
from ..register.parts import Part, Register, Stranger
from ..tables import reading
from ..tables.table import Table, TableFailed
from . import employments

_KIND = "staff_member"
_PRESENT = ("active", "leave")


class RosterCollector(TableCollector):
    """Reads one roster; says nothing of clearance or rights unless the roster has a column for it."""

    name = "hr_roster"
    options: Mapping[str, Any] = {
        **OPTIONS,
        "loose": persons.OPTION,
        "sheet": {"type": "string", "description": "title of the sheet, where a workbook has several"},
    }
    # The number of a person is the id; a column of serial numbers, which rosters often have, is not.
    withheld = frozenset({"id"})

    def kinds(self, source: Source) -> Sequence[str]:
        """Return the kind of people."""
        return [_KIND]

    def open(self, source: Source) -> Register:
        """Read the one sheet or file that is the roster."""
        options = source.options
        tables = reading.read(source.path(), options.get("encoding", "utf-8"), options.get("header", 1))
        columns = Columns(_KIND, source.schemas[_KIND], options.get("columns", {}), self.withheld)
        table, count = employments.latest(_choose(tables, options.get("sheet")), columns, source)
        told = f"rows of people who came back later, of whom the last row holds: {count}"
        return Register([Part(_KIND, table)], [Stranger("", told)] if count else [])

    def settle(self, resource: Resource) -> None:
        """Take an empty last day of a person who is there for what a roster means by it: none is set."""
        given = resource.unread.get("end_date", ("", ""))[0]
        if given == "not_in_source" and resource.facts.get("status") in _PRESENT:
            resource.state("end_date", "none")


def _choose(tables: Sequence[Table], sheet: str | None) -> Table:
    if sheet is not None:
        tables = [table for table in tables if table.sheet == sheet]
    elif len(tables) > 1:
        tables = [table for table in tables if table.rows or table.broken]
    if len(tables) != 1:
        raise TableFailed("unsupported", "has no such sheet, or several; name one under `sheet:`")
    return tables[0]


COLLECTOR: Collector = RosterCollector()
