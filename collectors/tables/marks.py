"""What a sheet holds beside its values, read from its XML because calamine turns it into empty cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from assay.sandbox import SandboxFailed

MAX_ROWS = 200_000
MAX_COLUMNS = 1_000
MAX_CELLS = 2_000_000

FORMULA = "a formula without a stored value; open the file in its program, let it calculate and save it"
FROM_1904 = "counts its days from another day than 30 December 1899; switch that off in its settings and save it"
MERGED = "part of a merged cell; unmerge it and fill in each cell"

Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass
class Marks:
    """How far a sheet reaches, and which of its cells cannot be read for what reason."""

    rows: int = 0
    columns: int = 0
    unreadable: dict[Place, str] = field(default_factory=dict)
    merged: list[tuple[Place, Place]] = field(default_factory=list)
    """First and last cell of each merged range; the first holds its value."""

    def hold(self, row: int, column: int) -> None:
        """Take note of a cell with content; raises `SandboxFailed` where the sheet reaches too far."""
        self.rows = max(self.rows, row + 1)
        self.columns = max(self.columns, column + 1)
        if self.rows > MAX_ROWS or self.columns > MAX_COLUMNS or self.rows * self.columns > MAX_CELLS:
            reach = f"{MAX_ROWS:,} rows, {MAX_COLUMNS:,} columns or {MAX_CELLS:,} cells"
            raise SandboxFailed("limit", f"reaches over {reach}; delete what lies outside, or make several files")

    def settle(self) -> Mapping[Place, str]:
        """Return the unreadable cells within the sheet, those of merged ranges included."""
        found = dict(self.unreadable)
        for (top, left), (bottom, right) in self.merged:
            for row in range(top, min(bottom + 1, self.rows)):
                for column in range(left, min(right + 1, self.columns)):
                    if (row, column) != (top, left):
                        found[row, column] = MERGED
        return found


class Reader:
    """Walks through one XML part as a stream; a subclass handles elements by their local names."""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Handle the start of an element."""

    def end(self, name: str) -> None:
        """Handle the end of an element."""

    def text(self, data: str) -> None:
        """Handle text; it may come in pieces."""

    def read(self, part: IO[bytes]) -> None:
        """Read the part; raises `SandboxFailed` where it is no XML."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = lambda name, attributes: self.begin(_local(name), _locals(attributes))
        parser.EndElementHandler = lambda name: self.end(_local(name))
        parser.CharacterDataHandler = self.text
        try:
            parser.ParseFile(part)
        except expat.ExpatError:
            raise SandboxFailed("corrupt", "holds a part that is no whole XML") from None


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _locals(attributes: Mapping[str, str]) -> dict[str, str]:
    return {_local(name): value for name, value in attributes.items()}
