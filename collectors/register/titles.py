"""The Chinese words of registers: titles of columns, and words for values."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assay import yaml_reader

Words = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Titles:
    """What `titles.yaml` says."""

    stated: Sequence[str]
    words: Words
    titles: Words
    values: Mapping[str, Words]

    def of(self, kind: str, field: str) -> Sequence[str]:
        """Return the titles of a field; the first is the one to show."""
        return self.titles.get(f"{kind}.{field}") or self.titles.get(field, ())

    def spellings(self, kind: str, field: str, values: Iterable[str]) -> dict[str, Sequence[str]]:
        """Return, for each value that a field may take, the words that stand for it beside itself."""
        own = self.values.get(f"{kind}.{field}") or self.values.get(field, {})
        return {value: [*own.get(value, ()), *self.words.get(value, ())] for value in values}

    def offered(self, kind: str, field: str) -> Sequence[str]:
        """Return the values of a field that have words although its schema does not list them."""
        return list(self.values.get(f"{kind}.{field}") or self.values.get(field, {}))


@functools.cache
def load() -> Titles:
    """Read the file that lies beside this module."""
    return Titles(**yaml_reader.load(Path(__file__).with_name("titles.yaml")))
