"""Opens a table of whatever format by the ending of its name."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from . import delimited, workbook
from .table import Table, TableFailed

SEPARATORS = {".csv": ",", ".tsv": "\t"}
WORKBOOKS = (".xlsx", ".ods")


def read(path: Path, encoding: str = "utf-8", header: int = 1) -> Sequence[Table]:
    """Return the one table of a text file, or one for each sheet, from the titles on. Raises `TableFailed`."""
    return [table.below(header) for table in _whole(path, encoding)]


def _whole(path: Path, encoding: str) -> Sequence[Table]:
    suffix = path.suffix.lower()
    if suffix in SEPARATORS:
        require(path)
        return [delimited.read(path, encoding, SEPARATORS[suffix])]
    if suffix in WORKBOOKS:
        require(path)
        return workbook.read(path)
    known = ", ".join([*SEPARATORS, *WORKBOOKS])
    raise TableFailed("unsupported", f"is none of the formats that are read ({known}); save it as one of them")


def require(path: Path) -> None:
    """Raise `TableFailed` where there is no file that may be read."""
    if not path.exists():
        raise TableFailed("not_in_source", "is not there; correct `path`")
    if not path.is_file():
        raise TableFailed("unsupported", "is not a file; `path` names one file")
    if not os.access(path, os.R_OK):
        raise TableFailed("denied", "may not be read by this user; allow it")


def day_of(path: Path, zone: ZoneInfo) -> date:
    """Return the day on which the file was last changed."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone(zone).date()
