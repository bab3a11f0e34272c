"""What every reader of tables gives: rows of typed cells with their line, and what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

ERROR = "an error of a formula, such as #N/A; put the value in its place"
_ERRORS = frozenset(
    "#n/a #ref! #div/0! #value! #name? #num! #null! #spill! #calc! #field! #blocked! #connect! #getting_data #unknown!"
    " #nv #wert! #bezug! #zahl!".split()
)
"""What spreadsheets show, and write to CSV, in place of a value that they could not calculate."""


@dataclass(frozen=True)
class Unreadable:
    """A cell that holds something which cannot be read; not to be taken for an empty one."""

    what: str


Cell = str | int | float | bool | date | datetime | Unreadable | None


def text(words: str) -> str | Unreadable | None:
    """Return a cell of text; one that is blank is empty, and one that shows an error cannot be read."""
    words = words.strip()
    return Unreadable(ERROR) if words.casefold() in _ERRORS else words or None


@dataclass(frozen=True)
class Row:
    """One row as it stands in the file."""

    line: int
    """The line of a text file or the row of a sheet, counted from 1."""
    cells: Sequence[Cell]

    @property
    def blank(self) -> bool:
        """Whether no cell holds anything."""
        return all(cell is None or cell == "" for cell in self.cells)


@dataclass(frozen=True)
class Broken:
    """A place from which on a table cannot be read; what stands above it holds."""

    line: int
    what: str


@dataclass(frozen=True)
class Table:
    """The rows of a text file or of one sheet; the header is the first of them, blank rows are left out."""

    sheet: str | None
    rows: Sequence[Row]
    broken: Broken | None = None

    def below(self, header: int) -> Table:
        """Return the table without what stands above the row of the titles, such as a heading."""
        return replace(self, rows=[row for row in self.rows if row.line >= header])


class TableFailed(Exception):
    """A file of which nothing can be read; the reason is one of an unread fact, the message one line."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
