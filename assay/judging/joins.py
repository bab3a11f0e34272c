"""Joins: the related records of a batch, found by the steps that its checks declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assay.check import Check, Related
from assay.judging.normalise import Derived
from assay.judging.view import SnapshotView


@dataclass
class Joined:
    """What a batch refers to: records by kind and id, and for each record stood on the ids reached from it."""

    related: dict[str, dict[str, Any]] = field(default_factory=dict)
    links: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    records: dict[str, dict[str, Derived]] = field(default_factory=dict)
    complete: dict[str, bool] = field(default_factory=dict)
    """Kind to whether absence from what was reached is a fact."""
    lacking: dict[str, list[str]] = field(default_factory=dict)
    """Kind to the ids of the records that may be anybody's, where they are known."""

    def reached(self, check: Check, id: str) -> dict[str, list[str]]:
        """Return, by kind, the ids that the steps of a check reach from one resource."""
        stood: dict[str, list[str]] = {check.kind: [id]}
        found: dict[str, list[str]] = {}
        for step in check.related:
            links = self.links.get(step.kind, {})
            ids = sorted({other for start in stood.get(step.start, ()) for other in links.get(start, ())})
            found[step.kind] = sorted({*found.get(step.kind, ()), *ids})
            stood[step.kind] = found[step.kind]
        return found


def steps(checks: Sequence[Check]) -> list[Related]:
    """Return the steps of several checks of one kind, each once, in an order in which each can stand."""
    return list(dict.fromkeys(step for check in checks for step in check.related))


def join(kind: str, batch: Sequence[Derived], path: Sequence[Related], view: SnapshotView) -> Joined:
    """Follow the steps from the resources of a batch."""
    joined = Joined()
    stood = {kind: {str(record["id"]): record for record in batch}}
    for step in path:
        reached = joined.records.setdefault(step.kind, {})
        links = joined.links.setdefault(step.kind, {})
        standing = stood.get(step.start, {})
        for id, ids in _follow(step, standing, view, reached):
            links[id] = sorted({*links[id], *ids}) if id in links else ids
        stood[step.kind] = {**stood[step.kind], **reached} if step.kind in stood else reached
    for step in path:
        joined.complete[step.kind] = joined.complete.get(step.kind, True) and view.complete(step.kind, step.of)
        if step.of is not None:
            joined.lacking[step.kind] = sorted({*joined.lacking.get(step.kind, ()), *view.lacking(step.kind, step.of)})
    joined.related = {
        other: {id: records[id].whole() for id in sorted(records)} for other, records in joined.records.items()
    }
    return joined


def _follow(
    step: Related, standing: Mapping[str, Derived], view: SnapshotView, reached: dict[str, Derived]
) -> Iterator[tuple[str, list[str]]]:
    """Yield (id, ids that one step reaches from it), sorted, and put the records into `reached`."""
    if step.by is None and step.of is None:
        everything = view.every(step.kind)
        ids = [str(other["id"]) for other in everything]
        reached.update(zip(ids, everything, strict=True))
        yield from ((id, ids) for id in standing)
        return
    for id, record in list(standing.items()):
        found = {str(other["id"]): other for other in _step(step, record, view)}
        reached.update(found)
        yield id, sorted(found)


def _step(step: Related, record: Mapping[str, Any], view: SnapshotView) -> Iterator[Derived]:
    if step.of is not None:
        for value in _values(record, step.value or "id"):
            yield from view.where(step.kind, step.of, value)
    elif step.by is not None:
        for id in _values(record, step.by):
            found = view.get(step.kind, id)
            if found is not None:
                yield found


def _values(record: Mapping[str, Any], name: str) -> list[str]:
    value = record.get(name, [])
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]
