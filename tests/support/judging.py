"""Judges made-up resources through the whole path, normaliser and joins included, inside this process."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from assay import dates, schema
from assay.collector import Resource
from assay.engines.protocol import PolicyEngine
from assay.loading import Content, load
from assay.snapshot.record import record
from assay.trial import Trial

AS_OF = "2026-11-21T12:00:00+08:00"
ZONE = ZoneInfo("Asia/Shanghai")


@functools.cache
def content() -> Content:
    """The bundled pack, loaded once."""
    return load()


def judge(
    engine: PolicyEngine,
    resources: Mapping[str, Iterable[Mapping[str, Any]]],
    checks: Sequence[str] = (),
    incomplete: Sequence[str] = (),
    as_of: str = AS_OF,
    data_as_of: str | None = None,
) -> list[dict[str, Any]]:
    """Return the findings of the checks (all, where none is named); a kind that is not listed was not read."""
    records, source = collected(resources, incomplete, as_of, data_as_of)
    return Trial(content(), engine).judge(records, checks, as_of, [source])


def collected(
    resources: Mapping[str, Iterable[Mapping[str, Any]]],
    incomplete: Sequence[str] = (),
    as_of: str = AS_OF,
    data_as_of: str | None = None,
) -> tuple[dict[str, list[dict[str, Any]]], dict[str, Any]]:
    """Return made-up resources as the records of a snapshot, and the source that they are from."""
    at = dates.stamp(dates.instant(as_of, ZONE))
    records = {kind: [_record(kind, item, at) for item in items] for kind, items in resources.items()}
    kinds = {
        kind: {"count": len(records.get(kind, ())), "complete": kind not in incomplete}
        for kind in [*resources, *incomplete]
    }
    source: dict[str, Any] = {"name": "test", "collector": "test", "basis": "declared"}
    source |= {"outcome": "complete", "kinds": kinds} | ({"data_as_of": data_as_of} if data_as_of else {})
    return records, source


def _record(kind: str, item: Mapping[str, Any], collected: str) -> dict[str, Any]:
    facts = {name: value for name, value in item.items() if name not in ("id", "name", "unread", "aliases")}
    resource = Resource(item["id"], str(item.get("name", item["id"])), facts, aliases=list(item.get("aliases", ())))
    for unread in item.get("unread", ()):
        resource.miss(unread["field"], unread["reason"], unread.get("operation", ""))
    made = record(resource, "test", collected, "declared")
    mistakes = list(schema.mistakes(content().schemas[kind], made))
    assert not mistakes, f"the case is no valid {kind}: {mistakes}"
    return made
