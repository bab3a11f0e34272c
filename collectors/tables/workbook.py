"""Reads XLSX and ODS files, each in a child process with limits of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from assay import sandbox

from .table import Broken, Cell, Row, Table, TableFailed, Unreadable, text

_PACK = Path(__file__).parents[2]
_LIMITS = sandbox.Limits(answer=32 * 1024 * 1024)
_EXACT = 10**15


def read(path: Path) -> list[Table]:
    """Return every sheet of the file; raises `TableFailed` where none can be read."""
    if find_spec("python_calamine") is None:
        raise TableFailed("unsupported", "workbooks need python-calamine; pip install 'assay[docs]'")
    try:
        sheets = sandbox.run("collectors.tables.workbook_child:read", {"path": str(path)}, _PACK, _LIMITS)
    except sandbox.SandboxFailed as error:
        raise TableFailed(error.reason, str(error)) from None
    return [_table(sheet) for sheet in sheets]


def _table(sheet: dict[str, Any]) -> Table:
    if "broken" in sheet:
        return Table(sheet["sheet"], [], Broken(1, sheet["broken"]))
    return Table(sheet["sheet"], _rows(sheet["rows"]))


def _rows(rows: Sequence[tuple[int, Sequence[object]]]) -> list[Row]:
    return [Row(line, [_cell(cell) for cell in cells]) for line, cells in rows]


def _cell(cell: Any) -> Cell:
    match cell:
        case {"unreadable": what}:
            return Unreadable(what)
        case {"day": stamp}:
            return date.fromisoformat(stamp)
        case {"moment": stamp}:
            return datetime.fromisoformat(stamp)
        case str():
            return text(cell)
        case float() if cell.is_integer() and abs(cell) < _EXACT:
            # A sheet knows no whole numbers; as long as every digit is kept, one is meant.
            return int(cell)
    value: Cell = cell
    return value
