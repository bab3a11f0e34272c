"""Records by what is derived for a field that they do not state: the index of a snapshot holds stated values alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assay.judging.normalise import Derived


@dataclass(frozen=True)
class Made:
    """What derivations say for one field of a kind."""

    ids: Mapping[str, frozenset[str]]
    """Value to the ids of the records for which it was derived."""
    lacking: tuple[str, ...]
    """The ids of the records that have no such field, stated or derived."""


def made(records: Iterable[Derived], field: str) -> Made:
    """Look at the field in every record."""
    found: dict[str, set[str]] = {}
    lacking = []
    for record in records:
        if field not in record:
            lacking.append(str(record["id"]))
        elif field in record.derived:
            value = record[field]
            for item in value if isinstance(value, list) else [value]:
                found.setdefault(item, set()).add(str(record["id"]))
    return Made({value: frozenset(ids) for value, ids in found.items()}, tuple(lacking))
