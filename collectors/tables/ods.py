"""Finds in an ODS file the sheets and the cells that calamine would give as empty."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping

from assay.sandbox import SandboxFailed

from .marks import FORMULA, FROM_1904, Marks, Reader
from .table import ERROR

_NULL_DATE = "1899-12-30"
_VALUES = ("value", "date-value", "time-value", "boolean-value", "string-value")


def marks(archive: zipfile.ZipFile) -> dict[str, Marks]:
    """Return the marks of each sheet by its name; raises `SandboxFailed`, `KeyError` for a missing part."""
    with archive.open("META-INF/manifest.xml") as part:
        _Manifest().read(part)
    content = _Content()
    with archive.open("content.xml") as part:
        content.read(part)
    return content.sheets


class _Manifest(Reader):
    def begin(self, name: str, _attributes: Mapping[str, str]) -> None:
        if name == "encryption-data":
            raise SandboxFailed("locked", "is encrypted; save it without a password")


class _Content(Reader):
    """Follows rows and cells, each of which may stand for many of its kind."""

    def __init__(self) -> None:
        self.sheets: dict[str, Marks] = {}
        self.row = self.column = 0
        self.rows = self.columns = 1
        self.cell: Mapping[str, str] | None = None
        self.words = ""

    @property
    def marks(self) -> Marks:
        return self.sheets[next(reversed(self.sheets))]

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "null-date" if attributes.get("date-value", _NULL_DATE) != _NULL_DATE:
                raise SandboxFailed("unsupported", FROM_1904)
            case "table":
                self.sheets[attributes["name"]] = Marks()
                self.row = 0
            case "table-row":
                self.rows = int(attributes.get("number-rows-repeated", "1"))
                self.column = 0
            case "table-cell" | "covered-table-cell":
                self.columns = int(attributes.get("number-columns-repeated", "1"))
                self.cell = attributes if name == "table-cell" else None
                self.words = ""

    def text(self, data: str) -> None:
        # The first words tell an error from a value; more of a long text is not kept.
        if self.cell is not None and len(self.words) < 32:
            self.words += data

    def end(self, name: str) -> None:
        if name == "table-row":
            self.row += self.rows
        elif name in {"table-cell", "covered-table-cell"}:
            if self.cell is not None:
                self._take(self.cell)
            self.cell = None
            self.column += self.columns

    def _take(self, cell: Mapping[str, str]) -> None:
        if not self.words and "formula" not in cell and not any(name in cell for name in _VALUES):
            return
        last = (self.row + self.rows - 1, self.column + self.columns - 1)
        self.marks.hold(*last)
        what = self._trouble(cell)
        if what is not None:
            for row in range(self.row, last[0] + 1):
                self.marks.unreadable |= {(row, column): what for column in range(self.column, last[1] + 1)}
        self._merge(int(cell.get("number-rows-spanned", "1")), int(cell.get("number-columns-spanned", "1")))

    def _merge(self, rows: int, columns: int) -> None:
        if rows > 1 or columns > 1:
            last = (self.row + rows - 1, self.column + columns - 1)
            self.marks.merged.append(((self.row, self.column), last))

    def _trouble(self, cell: Mapping[str, str]) -> str | None:
        if "formula" not in cell:
            return None
        if self.words.startswith(("#", "Err:")) and cell.get("value-type", "string") in {"string", "error"}:
            return ERROR
        return None if "value-type" in cell else FORMULA
