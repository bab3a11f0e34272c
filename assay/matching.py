"""Who refers to whom, and who has no partner: one reference of a kind laid beside the records that it names."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from assay.audit import Options, index_of, prepare
from assay.errors import UsageError
from assay.judging.normalise import Derived
from assay.judging.view import SnapshotView
from assay.loading import Content
from assay.snapshot.reader import Snapshot
from assay.suggest import unknown

NOBODY = "none"


@dataclass(frozen=True)
class Question:
    """Which reference is laid out, and which facts stand beside it."""

    kind: str
    field: str
    other: str
    """The kind that the field refers to."""
    facts: Sequence[str]
    """Fields of either kind; `other.field` for one of the kind that is referred to."""


class Row(NamedTuple):
    """One record with its partner, or one that has none."""

    outcome: str
    """matched, unmatched (the partner is not in the snapshot), none, unread, or unnamed (nobody refers to it)."""
    id: str
    name: str
    other_id: str
    other_name: str
    facts: Sequence[str]


def question(content: Content, reference: str, facts: Sequence[str]) -> Question:
    """Read `KIND.FIELD`; raises `UsageError` where that is no reference to one kind, or a fact is no field."""
    kind, _, field = reference.partition(".")
    if kind not in content.schemas:
        raise UsageError(unknown("kind", kind, content.schemas))
    properties = content.schemas[kind]["properties"]
    if field not in properties:
        raise UsageError(unknown(f"field of {kind}", field, properties))
    referred = properties[field].get("x-ref", [])
    if len(referred) != 1 or referred[0] not in content.schemas:
        raise UsageError(f"{reference} does not refer to records of one kind")
    for fact in facts:
        owner, name = _owner(fact, kind, referred[0])
        if name not in content.schemas[owner]["properties"]:
            raise UsageError(unknown(f"field of {owner}", name, content.schemas[owner]["properties"]))
    return Question(kind, field, referred[0], facts)


def rows(snapshot: Snapshot, content: Content, asked: Question, now: str | None = None) -> Iterator[Row]:
    """Yield the records of the kind in order of their ids, then those of the other kind that none of them names."""
    with tempfile.TemporaryDirectory(prefix="assay-") as folder:
        plan = prepare(snapshot, content, Options(now=now), Path(folder) / "index.sqlite")
        places = index_of(snapshot, plan)
        with contextlib.closing(SnapshotView(plan)) as view:
            named: set[str] = set()
            for start, end in places.get(asked.kind, ()):
                for record in view.batch(asked.kind, start, end):
                    yield from _rows_of(record, asked, view, named)
            for id in view.ids(asked.other):
                other = None if id in named else view.get(asked.other, id)
                if other is not None:
                    yield Row("unnamed", "", "", id, other["name"], _facts(asked, {}, other))


def _rows_of(record: Derived, asked: Question, view: SnapshotView, named: set[str]) -> Iterator[Row]:
    given = record.get(asked.field)
    values = given if isinstance(given, list) else [given]
    for value in values or [NOBODY]:
        other = view.get(asked.other, value) if value not in (None, NOBODY) else None
        # Asked whether it is empty, a record would make all its derived facts.
        found: Mapping[str, Any] = {} if other is None else other
        outcome = {None: "unread", NOBODY: "none"}.get(value, "unmatched" if other is None else "matched")
        named.add(str(found.get("id")))
        other_id = found.get("id", value if outcome == "unmatched" else "")
        facts = _facts(asked, record, found)
        yield Row(outcome, record["id"], record["name"], other_id, found.get("name", ""), facts)


def _facts(asked: Question, record: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """Return the facts as text; what is not known is empty."""
    found = []
    for fact in asked.facts:
        owner, name = _owner(fact, asked.kind, asked.other)
        value = (record if owner == asked.kind else other).get(name, "")
        found.append(str(value).lower() if isinstance(value, bool) else str(value))
    return found


def _owner(fact: str, kind: str, other: str) -> tuple[str, str]:
    owner, dot, name = fact.partition(".")
    return (other, name) if dot and owner == other else (kind, fact)
