"""Which field each column is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from assay.suggest import nearest

from ..tables.table import Table, TableFailed
from . import fields, fold, titles

IGNORE = "ignore"
MOST = 1_000
"""Columns that a table may have, and unknown titles that are looked into."""


class Columns:
    """Finds the field for the title of a column, or of a key in YAML, and keeps what is to be said of it."""

    def __init__(
        self,
        kind: str,
        schema: Mapping[str, Any],
        mapped: Mapping[str, str],
        withheld: frozenset[str] = frozenset(),
    ) -> None:
        self.kind = kind
        self.fields = {name: field for name, field in fields.of(kind, schema).items() if name not in withheld}
        self.strange: dict[str, str] = {}
        """Title to why it is not read."""
        self._derived = {fold.title(name): name for name in fields.derived(schema)}
        self._mapped = {fold.title(title): name for title, name in mapped.items()}
        self._known = fields.headers(kind, schema, self.fields)

    def find(self, title: str) -> str | None:
        """Return the field of a title, or None where it is not to be read."""
        folded = fold.title(title)
        name = self._mapped.get(folded) or self._known.get(folded)
        if name in self.fields:
            return name
        if name != IGNORE and fold.shown(title) not in self.strange and len(self.strange) < MOST:
            self.strange[fold.shown(title)] = self._why(folded, title, name)
        return None

    def _why(self, folded: str, title: str, mapped: str | None) -> str:
        if mapped is not None:
            near = nearest(mapped, self.fields)
            hint = f"; did you mean {near!r}?" if near else ""
            return f"`columns:` maps it to {mapped!r}, which is no field of {self.kind}{hint}"
        if folded in self._derived:
            return "Assay derives this field itself; leave it out"
        near = nearest(title, self._names())
        hint = f"did you mean {near!r}, or " if near else ""
        return f"is no field of {self.kind} and is not read; {hint}map it under `columns:`"

    def _names(self) -> list[str]:
        known = titles.load()
        return [*self.fields, *(title for name in self.fields for title in known.of(self.kind, name))]


def match(table: Table, columns: Columns) -> Sequence[tuple[str, str | None]]:
    """Return title and field of each column; raises `TableFailed` where the first row is no header."""
    if not table.rows:
        raise TableFailed("corrupt", "is empty; its first row has to hold the titles of the columns")
    if len(table.rows[0].cells) > MOST:
        raise TableFailed("limit", f"has more than {MOST:,} columns; is `encoding:` right?")
    titles_read = [fold.shown(cell) if isinstance(cell, str) else "" for cell in table.rows[0].cells]
    found = [(title, columns.find(title) if title else None) for title in titles_read]
    if not any(name for _, name in found):
        raise TableFailed(
            "corrupt",
            f"has no column of {columns.kind} in row {table.rows[0].line}; are the titles there (see `header:`),"
            " and is `encoding:` right?",
        )
    _refuse_repetition([folded for title in titles_read if (folded := fold.title(title))])
    _refuse_repetition([name for _, name in found if name])
    return found


def _refuse_repetition(names: Sequence[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise TableFailed(
            "corrupt", f"has two columns for {', '.join(twice)}; keep one of each, or `ignore` one under `columns:`"
        )
