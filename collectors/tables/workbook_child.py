"""Reads a workbook with calamine, in the child process that `workbook` starts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from assay import files
from assay.errors import UsageError
from assay.sandbox import SandboxFailed

from . import ods, xlsx, zip_guard
from .marks import Marks, Place

MAX_FILE = 32 * 1024 * 1024
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_MARKS = {".xlsx": xlsx.marks, ".ods": ods.marks}


def read(path: str) -> list[dict[str, Any]]:
    """Return the sheets as `{"sheet", "rows": [[line, cells], ...]}`, or with "broken" in place of rows."""
    try:
        data = files.read(Path(path), MAX_FILE)
    except UsageError:
        raise SandboxFailed("limit", f"is larger than {MAX_FILE:,} bytes, or no file") from None
    if data.startswith(_COMPOUND_FILE):
        raise SandboxFailed("locked", "has a password or is an old .xls; save it as .xlsx without a password")
    marks = _marks(data, Path(path).suffix.lower())
    return _sheets(data, marks)


def _marks(data: bytes, suffix: str) -> Mapping[str, Marks]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            zip_guard.check(archive)
            return _MARKS[suffix](archive)
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError):
        raise SandboxFailed("corrupt", f"is no whole {suffix[1:].upper()} file; save it anew") from None


def _sheets(data: bytes, marks: Mapping[str, Marks]) -> list[dict[str, Any]]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [
        _sheet(workbook, about.name, marks[about.name])
        for about in workbook.sheets_metadata
        if about.typ == SheetTypeEnum.WorkSheet
    ]


def _sheet(workbook: Any, name: str, marks: Marks) -> dict[str, Any]:
    """Read one sheet; one that calamine cannot read leaves the others as they are."""
    try:
        values = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except Exception as error:  # calamine has an error type for each format; the words may quote the file
        return {"sheet": name, "broken": f"cannot be read ({type(error).__name__})"}
    unreadable = marks.settle()
    # calamine ends at the last cell that it can read, which may be above or before one that it cannot.
    values += [[]] * (marks.rows - len(values))
    rows = (_row(line, row, unreadable, marks.columns) for line, row in enumerate(values))
    filled = [[line, row] for line, row in enumerate(rows, 1) if any(cell is not None for cell in row)]
    return {"sheet": name, "rows": filled}


def _row(line: int, values: list[object], unreadable: Mapping[Place, str], width: int) -> list[object]:
    padded = [*values, *[""] * (width - len(values))]
    return [
        {"unreadable": unreadable[line, column]} if (line, column) in unreadable else _cell(value)
        for column, value in enumerate(padded)
    ]


def _cell(value: object) -> object:
    """Return what JSON can carry: a day and a moment by their names, nothing as null."""
    match value:
        case "":
            return None
        case bool() | int() | float() | str():
            return value
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
    return {"unreadable": "a time of day or a length of time, which no field takes"}
