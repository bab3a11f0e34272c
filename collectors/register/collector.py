"""The collector as the engine sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assay.collector import Source

from ..tables.table import TableFailed
from . import opening
from .collecting import OPTIONS, TableCollector
from .parts import Register


class RegisterCollector(TableCollector):
    """Reads one register file."""

    name = "register"
    options: Mapping[str, Any] = {
        **OPTIONS,
        "kind": {"type": "string", "description": "the kind of the rows, where the file does not say it"},
        "sheets": {
            "type": "object",
            "additionalProperties": {"type": "string"},
            "description": "title of a sheet to the kind of its rows, or to `ignore`",
        },
    }

    def kinds(self, source: Source) -> Sequence[str]:
        """Return the kinds of the file; where it cannot be read all of the pack, for it may hold any."""
        try:
            register = self.open(source)
        except TableFailed:
            stated = str(source.options.get("kind"))
            return sorted({stated} & source.schemas.keys()) or sorted(source.schemas)
        near = {stranger.near for stranger in register.strangers if stranger.near}
        return sorted({part.kind for part in register.parts} | near)

    def open(self, source: Source) -> Register:
        """Read the file whole and tell its kinds apart."""
        return opening.read(source.path(), source.options, source.schemas)
