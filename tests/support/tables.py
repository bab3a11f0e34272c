"""Registers and rosters for tests: sources, and the files that they read."""

from __future__ import annotations

import functools
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl

from assay.collector import Collector, Source

from .output import SCHEMAS, MemoryOutput

ZONE = ZoneInfo("Asia/Shanghai")

_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "calcext", "manifest")
)


@functools.cache
def schemas() -> Mapping[str, Mapping[str, Any]]:
    """Return the schema of every kind."""
    paths = (path for path in SCHEMAS.glob("*.json") if not path.name.endswith(".input.json"))
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(paths)}


def source(path: Path, **options: object) -> Source:
    """Return a source called `book` that reads one file of its folder."""
    at = datetime(2026, 11, 21, 12, tzinfo=ZONE)
    return Source("book", "register", {"path": path.name, **options}, path.parent, ZONE, at, schemas())


def collect(collector: Collector, path: Path, **options: object) -> MemoryOutput:
    """Let the collector read the file."""
    out = MemoryOutput(source="book")
    collector.collect(source(path, **options), out)
    return out


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a text file without touching its line ends."""
    path.write_bytes(text.encode(encoding))
    return path


def xlsx(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """Write a workbook of plain rows."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def rezip(path: Path, parts: Mapping[str, str | bytes | None]) -> Path:
    """Replace, add or (None) remove parts of a zip."""
    with zipfile.ZipFile(path) as archive:
        content: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name, data in parts.items():
        content.pop(name, None)
        if data is not None:
            content[name] = data
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def ods(path: Path, sheets: Mapping[str, str], manifest: str = "") -> Path:
    """Write an ODS file from the XML of the rows of each sheet."""
    tables = "".join(f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in sheets.items())
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {_NAMES}>{manifest}</manifest:manifest>")
        archive.writestr("content.xml", f"<office:document-content {_NAMES}>{body}</office:document-content>")
    return path


def ods_row(*cells: str) -> str:
    """Return the XML of a row whose cells are XML, or plain text."""
    wrapped = (
        cell
        if cell.startswith("<")
        else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row>{''.join(wrapped)}</table:table-row>"
