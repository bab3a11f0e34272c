"""The way from a file to the snapshot that every collector of tables goes."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from assay.collector import CollectorFailed, Outcome, Output, Probe, Resource, Source

from ..tables import delimited, reading
from ..tables.table import TableFailed
from .notes import Notes
from .parts import Register
from .rows import Rows

_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"

#: The options that every collector of tables has.
OPTIONS: Mapping[str, Any] = {
    "path": {"type": "string", "minLength": 1, "description": "the file, relative to assay.yaml"},
    "encoding": {
        "enum": list(delimited.ENCODINGS),
        "default": "utf-8",
        "description": "encoding of a CSV or TSV file; a byte order mark is understood",
    },
    "header": {
        "type": "integer",
        "minimum": 1,
        "default": 1,
        "description": "the line or row of the titles, where something stands above them; default 1",
    },
    "columns": {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": "title of a column to the field that it is, or to `ignore`",
    },
    "data_as_of": {
        "type": "string",
        "pattern": _DAY,
        "description": "the day of which the rows speak; default: the day on which the file was last changed",
    },
    "required": ["path"],
}

_OUTCOMES: dict[str, Outcome] = {
    "denied": "denied",
    "not_in_source": "absent",
    "timeout": "timeout",
    "unsupported": "unsupported",
}


class TableCollector(ABC):
    """What registers and rosters have in common; each says how it opens its file."""

    basis = "declared"
    permissions: Sequence[str] = ("read access to the file",)
    withheld: frozenset[str] = frozenset()
    """Fields that this collector takes from no column."""

    @abstractmethod
    def open(self, source: Source) -> Register:
        """Read the file whole; raises `TableFailed`."""

    def settle(self, resource: Resource) -> None:  # noqa: B027 - most have nothing to add
        """Add what is known of a row beside its cells."""

    def collect(self, source: Source, out: Output) -> None:
        """Write a resource for each good row."""
        file = _name(source)
        try:
            register = self.open(source)
        except TableFailed as error:
            out.read("read", file, _OUTCOMES.get(error.reason, "error"), error.reason)
            raise CollectorFailed(error.reason, _place(file, str(error))) from None
        out.read("read", file, "ok")
        out.data_as_of(_day(source))
        notes = Notes(out, file)
        for stranger in register.strangers:
            notes.add(f"{stranger.where}: {stranger.why}")
            if stranger.near:
                out.incomplete(stranger.near, "corrupt", file)
        rows = Rows(source, out, notes, self.settle, self.withheld)
        for part in register.parts:
            rows.take(part)
        notes.close()

    def probe(self, source: Source) -> Sequence[Probe]:
        """Try to read the file."""
        what = f"read {_name(source)}"
        try:
            self.open(source)
        except TableFailed as error:
            return [Probe(what, "missing" if error.reason == "denied" else "failed", str(error))]
        return [Probe(what, "ok")]


def _name(source: Source) -> str:
    """Return the file as notes and locations call it: relative to the configuration."""
    return os.path.relpath(source.path(), source.folder).replace(os.sep, "/")


def _place(file: str, what: str) -> str:
    """Join a file and what is wrong with it, which may begin with a line."""
    return f"{file}:{what}" if what[:1].isdigit() else f"{file}: {what}"


def _day(source: Source) -> date:
    """Return the day of which the rows speak; raises `CollectorFailed` where the one stated cannot be it."""
    stated = source.options.get("data_as_of")
    if not stated:
        return reading.day_of(source.path(), source.zone)
    try:
        day = date.fromisoformat(stated)
    except ValueError:
        raise CollectorFailed("corrupt", f"data_as_of {stated} is no day; correct it in assay.yaml") from None
    if day > source.at.date():
        raise CollectorFailed("corrupt", f"data_as_of {stated} lies after the snapshot; correct it in assay.yaml")
    return day
