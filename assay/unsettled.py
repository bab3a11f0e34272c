"""Documents of which it is not clear to whom of the registers they belong."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from assay.audit import Options, index_of, prepare
from assay.judging.normalise import references
from assay.judging.view import SnapshotView, derivations
from assay.loading import Content
from assay.reviews import Question
from assay.snapshot.reader import Snapshot

_DIGEST = "document_sha256"
_OPEN = frozenset({"not_in_source", "partial"})
"""Reasons for which a person can tell: what could not be read at all is asked for field by field."""


def parties(snapshot: Snapshot, content: Content) -> Iterator[Question]:
    """Yield each reference of a document that a name in it should settle, and does not, with the reason."""
    with tempfile.TemporaryDirectory(prefix="assay-") as folder:
        plan = prepare(snapshot, content, Options(), Path(folder) / "index.sqlite")
        places = index_of(snapshot, plan)
        made = derivations(plan.packs, plan.schemas)
        with contextlib.closing(SnapshotView(plan)) as view:
            for kind in snapshot.kinds:
                fields = references(plan.schemas[kind]).keys() & made.get(kind, {}).keys()
                for start, end in places[kind] if fields and _DIGEST in plan.schemas[kind]["properties"] else ():
                    for record in view.batch(kind, start, end):
                        yield from _open(record.whole(), fields)


def _open(record: Mapping[str, Any], fields: set[str]) -> Iterator[Question]:
    for item in record["unread"] if _DIGEST in record else ():
        if item["field"] in fields and item["reason"] in _OPEN:
            why = item.get("operation") or item["reason"]
            yield Question(record["id"], record[_DIGEST], item["field"], why)
