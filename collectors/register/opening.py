"""Opens a register file of whatever format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assay.suggest import unknown

from ..tables import reading
from ..tables.table import Table, TableFailed
from . import documents, fold
from .columns import IGNORE, Columns
from .parts import Kinds, Part, Register, Stranger

DOCUMENTS = (".yaml", ".yml", ".json")


def read(path: Path, options: Mapping[str, Any], schemas: Mapping[str, Mapping[str, Any]]) -> Register:
    """Read a file whole and tell its kinds apart; raises `TableFailed`."""
    kind = options.get("kind")
    if kind is not None and kind not in schemas:
        raise TableFailed("unsupported", unknown("kind", kind, schemas))
    suffix = path.suffix.lower()
    if suffix in DOCUMENTS:
        reading.require(path)
        return documents.read(path, kind, Kinds(schemas))
    tables = reading.read(path, options.get("encoding", "utf-8"), options.get("header", 1))
    if suffix in reading.WORKBOOKS:
        return _sheets(tables, options, Kinds(schemas))
    if kind is None:
        raise TableFailed("unsupported", "does not say of what kind its rows are; say `kind:` of the source")
    return Register([Part(kind, table) for table in tables])


def _sheets(tables: Sequence[Table], options: Mapping[str, Any], kinds: Kinds) -> Register:
    """Find the kind of each sheet that holds anything, or that could not be read."""
    register = Register()
    mapped = options.get("sheets", {})
    filled = [table for table in tables if table.rows or table.broken or table.sheet in mapped]
    bare = [table for table in filled if len(filled) > 1 and table.sheet not in mapped and _is_bare(table, kinds)]
    if bare:
        what = f"{len(bare)} of its sheets hold a header alone and say nothing"
        register.strangers.append(Stranger("", f"{what}; map one under `sheets:` to say that there are none"))
    for table in (table for table in filled if table not in bare):
        title = str(table.sheet)
        kind = mapped.get(title, kinds.find(title))
        if kind is None and len(filled) == 1:
            kind = options.get("kind")
        if kind in kinds.schemas:
            register.parts.append(Part(kind, table))
        elif kind != IGNORE:
            stranger = kinds.stranger(f"[{fold.shown(title)}]", str(kind or title), "; map the sheet under `sheets:`")
            register.strangers.append(replace(stranger, near=stranger.near or options.get("kind")))
    return register


def _is_bare(table: Table, kinds: Kinds) -> bool:
    """Say whether a sheet is one of a template that nobody has filled in."""
    kind = kinds.find(str(table.sheet))
    if kind is None or table.broken or len(table.rows) != 1:
        return False
    columns = Columns(kind, kinds.schemas[kind], {})
    return all(cell is None or (isinstance(cell, str) and columns.find(cell)) for cell in table.rows[0].cells)
