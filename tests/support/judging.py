"""Judges made-up resources through the whole path, normaliser and joins included, inside this process."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from assay import codec
from assay.audit import BATCH, Options, links, prepare
from assay.collector import Resource
from assay.engines.protocol import PolicyEngine
from assay.judging import index
from assay.judging.judge import Judge
from assay.loading import Content, load
from assay.selection import Selection
from assay.snapshot.reader import Snapshot
from assay.snapshot.writer import SnapshotWriter

AS_OF = "2026-11-21T12:00:00+08:00"


@functools.cache
def content() -> Content:
    """The bundled pack, loaded once."""
    return load()


def snapshot(
    folder: Path,
    resources: Mapping[str, Iterable[Mapping[str, Any]]],
    incomplete: Sequence[str] = (),
    as_of: str = AS_OF,
    data_as_of: str | None = None,
) -> Snapshot:
    """Write a snapshot of these resources, kind by kind; a kind that is not listed was not read."""
    header = {"estate": "Test", "taken_at": _stamp(as_of), "settings": {"timezone": "Asia/Shanghai"}}
    with SnapshotWriter(folder, header, content().schemas) as writer:
        source = writer.source("test", "test", "declared")
        source.feeds(list(resources))
        if data_as_of:
            source.data_as_of(date.fromisoformat(data_as_of))
        for kind, items in resources.items():
            for item in items:
                source.resource(kind, _resource(item))
        for kind in incomplete:
            source.incomplete(kind, "partial")
        writer.commit()
        if source.notes:
            raise AssertionError(f"the case is no valid snapshot: {source.notes}")
    return Snapshot.open(folder)


def judge(
    engine: PolicyEngine,
    resources: Mapping[str, Iterable[Mapping[str, Any]]],
    checks: Sequence[str] = (),
    **about: Any,
) -> list[dict[str, Any]]:
    """Return the findings of the checks (all, where none is named) on these resources."""
    with tempfile.TemporaryDirectory() as folder:
        made = snapshot(Path(folder) / "snapshot", resources, **about)
        options = Options(Selection(only=checks), now=about.get("as_of", AS_OF))
        plan = prepare(made, content(), options, Path(folder) / "index.sqlite")
        places = index.build(made, Path(plan.index), links(plan), BATCH)
        judge = Judge(plan, engine)
        found = []
        for kind in sorted({check.kind for check in plan.checks} & places.keys()):
            for start, end in places[kind]:
                judged = judge.judge(kind, start, end)
                if judged.problems:
                    raise AssertionError(f"a policy failed: {judged.problems}")
                found += [codec.decode(line) for line in judged.lines.splitlines()]
        return found


def _resource(item: Mapping[str, Any]) -> Resource:
    facts = {name: value for name, value in item.items() if name not in ("id", "name", "unread", "aliases")}
    made = Resource(item["id"], str(item.get("name", item["id"])), facts, aliases=list(item.get("aliases", ())))
    for unread in item.get("unread", ()):
        made.miss(unread["field"], unread["reason"], unread.get("operation", ""))
    return made


def _stamp(moment: str) -> str:
    from zoneinfo import ZoneInfo

    from assay import dates

    return dates.stamp(dates.instant(moment, ZoneInfo("Asia/Shanghai")))
