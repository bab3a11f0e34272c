"""Audits for tests: of a whole snapshot, or batch by batch inside this process by any engine."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assay.audit import BATCH, Options, audit, prepare
from assay.engines.protocol import PolicyEngine
from assay.judging import index
from assay.judging.judge import Judge
from assay.judging.view import derivations, links
from assay.loading import Content
from assay.snapshot.reader import Snapshot

Places = Mapping[str, Sequence[tuple[int, int]]]
"""Kind to the places of its batches."""


def findings_of(snapshot: Snapshot, content: Content) -> list[dict[str, Any]]:
    """Audit a snapshot and return its findings."""
    with audit(snapshot, content, Options()) as run:
        return [dict(finding) for finding in run.findings()]


@contextlib.contextmanager
def judging(
    snapshot: Snapshot, content: Content, engine: PolicyEngine, now: str | None = None
) -> Iterator[tuple[Judge, Places]]:
    """Yield a judge over a snapshot, inside this process, and the batches of every kind."""
    with tempfile.TemporaryDirectory() as folder:
        plan = prepare(snapshot, content, Options(now=now), Path(folder) / "index.sqlite")
        wanted = links(plan, derivations(plan.packs, plan.schemas))
        places = index.build(snapshot, Path(plan.index), wanted, BATCH)
        with contextlib.closing(Judge(plan, engine)) as judge:
            yield judge, places
