"""Reads CSV and TSV files in the encoding that was declared; nothing is guessed."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from assay import files
from assay.errors import UsageError

from .table import Broken, Row, Table, TableFailed, text

ENCODINGS = ("utf-8", "gb18030", "utf-16")
MAX_FILE = 16 * 1024 * 1024
MAX_ROWS = 200_000

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read(path: Path, encoding: str, separator: str) -> Table:
    """Read the file; what stands above a place that breaks it is kept. Raises `TableFailed`."""
    try:
        data = files.read(path, MAX_FILE)
    except UsageError as error:
        raise TableFailed("limit", str(error).removeprefix(f"{path}: ")) from None
    rows: list[Row] = []
    broken = None
    for row in _rows(_decode(data, encoding), separator):
        if isinstance(row, Broken):
            broken = row
        elif not row.blank:
            rows.append(row)
    return Table(None, rows, broken)


def _decode(data: bytes, encoding: str) -> str:
    """Decode strictly; a byte order mark that belongs to another encoding is a mistake, whatever follows."""
    marked = _marked(data)
    if marked is not None and marked != encoding:
        raise TableFailed("corrupt", f"is marked as {marked}, not {encoding}; say `encoding: {marked}`")
    if encoding == "utf-16" and marked is None:
        raise TableFailed("corrupt", "has no byte order mark of UTF-16; save it as UTF-8 instead")
    try:
        return data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "say `encoding: gb18030` if Excel in Chinese wrote it, or " if encoding == "utf-8" else ""
        raise TableFailed("corrupt", f"is not {encoding} (line {line}); {hint}save it as UTF-8") from None


def _marked(data: bytes) -> str | None:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8"
    return "utf-16" if data.startswith(_UTF16_MARKS) else None


def _rows(content: str, separator: str) -> Iterator[Row | Broken]:
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            yield Row(line, [text(cell) for cell in cells])
            line = reader.line_num + 1
            if line > MAX_ROWS:
                yield Broken(line, f"lies below {MAX_ROWS:,} lines; make several files of it")
                return
    except csv.Error as error:
        yield Broken(line, f"{_words(str(error))}; this row and those below are not read")


def _words(error: str) -> str:
    if "field larger" in error:
        return "a cell is longer than 131,072 characters"
    if "unexpected end" in error:
        return "a quotation mark that opens here is never closed"
    return "a quotation mark stands where none may"
