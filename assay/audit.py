"""Audits a snapshot: from resources on disk to a run, in batches, with no network."""

from __future__ import annotations

import contextlib
import dataclasses
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

from assay import dates, selection, summary
from assay.engines.needed import needed
from assay.judging import index
from assay.judging.plan import EngineChoice, Plan, SourceFacts, complete_kinds
from assay.judging.pool import Batch, Pool, Worker
from assay.judging.view import derivations, links
from assay.loading import Content
from assay.maximum_age import stale
from assay.run import Run
from assay.selection import Selection
from assay.snapshot.reader import Snapshot

BATCH = 250
"""Resources judged at once; a batch is what a lost worker costs."""


@dataclass(frozen=True)
class Options:
    """How to audit."""

    selection: Selection = field(default_factory=Selection)
    now: str | None = None
    """The day or instant to judge for; else the snapshot's own."""
    engine: EngineChoice = field(default_factory=EngineChoice)
    jobs: int = 1
    seconds: float = 60.0
    """Time limit of one batch."""
    settings: Mapping[str, Any] | None = None
    """Settings of `assay.yaml`, where they are to replace those kept in the snapshot."""
    worker: Worker | None = None
    """A worker that was started ahead, to be ready when the snapshot is."""
    related: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Kind to the sources whose resources of it are there for joins and are not judged."""
    progress: Callable[[int, int], None] | None = None
    """Called with resources judged and resources in all."""


@contextlib.contextmanager
def audit(snapshot: Snapshot, content: Content, options: Options) -> Iterator[Run]:
    """Judge a snapshot; the run lives in a temporary folder until the context ends, so save what is to stay."""
    with tempfile.TemporaryDirectory(prefix="assay-") as folder:
        plan = prepare(snapshot, content, options, Path(folder) / "index.sqlite")
        batches = index_of(snapshot, plan)
        met = {check.policy for check in plan.checks if batches.get(check.kind)}
        plan = dataclasses.replace(plan, modules=needed(plan.modules, met))
        lines = Path(folder) / "findings.ndjson"
        tally: Counter[tuple[str, str, str]] = Counter()
        with lines.open("wb") as out:
            engine = _judge(plan, batches, out, tally, options)
        yield Run(summary.head(snapshot, content, plan, tally, engine), lines)


def prepare(snapshot: Snapshot, content: Content, options: Options, path: Path) -> Plan:
    """Return the plan of an audit whose index will lie at that path; raises `UsageError` for unknown names."""
    settings = options.settings or snapshot.manifest["settings"]
    zone = dates.zone(settings["timezone"])
    as_of = dates.instant(options.now or snapshot.manifest["taken_at"], zone).astimezone(zone)
    chosen = selection.choose(content.catalogue, options.selection)
    effective = selection.parameters(
        content.catalogue, chosen, settings.get("profiles", []), settings.get("parameters", {})
    )
    sources = _sources(snapshot, settings.get("max_age", {}), as_of, zone)
    complete, incomplete = complete_kinds(snapshot.manifest["sources"], sources)
    return Plan(
        snapshot=str(snapshot.folder.resolve()),
        index=str(path),
        as_of=as_of.isoformat(),
        timezone=settings["timezone"],
        checks=[dataclasses.replace(check, parameters=effective[check.id]) for check in chosen],
        modules=content.modules,
        messages={name: dict(words) for name, words in content.catalogue.messages.items()},
        reads=content.reads,
        schemas=content.schemas,
        complete=complete,
        incomplete=incomplete,
        sources=sources,
        packs=[str(pack.root) for pack in content.packs],
        engine=options.engine,
        left_out={kind: [*options.selection.left_out, *options.related.get(kind, ())] for kind in content.schemas},
        elsewhere=[check.id for check in selection.elsewhere(content.catalogue, options.selection)],
    )


def _sources(snapshot: Snapshot, max_age: Mapping[str, str], as_of: datetime, zone: ZoneInfo) -> dict[str, SourceFacts]:
    taken = dates.instant(snapshot.manifest["taken_at"], zone).astimezone(zone).date()
    found = {}
    for source in snapshot.manifest["sources"]:
        day = source.get("data_as_of", taken.isoformat())
        limit = max_age.get(source["name"], max_age.get(source["collector"]))
        found[source["name"]] = SourceFacts(source["basis"], day, stale(day, limit, as_of.date()))
    return found


def index_of(snapshot: Snapshot, plan: Plan) -> dict[str, list[tuple[int, int]]]:
    """Write the index that the plan names; returns the batches of each kind as (start, end)."""
    fields = links(plan, derivations(plan.packs, plan.schemas))
    return index.build(snapshot, Path(plan.index), fields, BATCH)


def _judge(
    plan: Plan,
    places: Mapping[str, Sequence[tuple[int, int]]],
    out: IO[bytes],
    tally: Counter[tuple[str, str, str]],
    options: Options,
) -> dict[str, str]:
    """Judge every batch of a kind that has checks; returns the engine that did it."""
    judged = {check.kind for check in plan.checks}
    batches = [Batch(kind, *place) for kind in sorted(places) if kind in judged for place in places[kind]]
    pool = Pool(plan, min(options.jobs, max(1, len(batches))), options.seconds, options.worker)
    for number, result in enumerate(pool.judge(batches), 1):
        out.write(result.lines)
        tally.update(result.tally)
        if options.progress:
            options.progress(number, len(batches))
    return pool.engine or {"name": plan.engine.name, "version": "not started: nothing to judge"}
