"""Proves that silence is not a pass: takes away, one by one, every fact that a check reads.

From resources that fail or cannot be judged, no removal may make a pass; from a resource that passes, the removal
of everything that the check reads may leave none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assay.check import Check
from assay.snapshot.record import ENGINE_KEYS
from assay.trial import Trial

Record = dict[str, Any]


@dataclass(frozen=True)
class Removal:
    """What became of one verdict when facts were taken away."""

    resource: str
    before: str
    removed: str
    after: str

    @property
    def broken(self) -> bool:
        """Whether a pass came out of nothing."""
        if self.after != "pass":
            return False
        return self.before in ("fail", "unknown") or self.removed == EVERYTHING


EVERYTHING = "every fact"


def prove(
    trial: Trial,
    check: Check,
    records: Mapping[str, Sequence[Record]],
    as_of: str,
    sources: Sequence[Mapping[str, Any]],
    most: int = 6,
) -> Iterator[Removal]:
    """Yield every removal tried on at most so many resources of each verdict."""
    before = {item["resource"]: item["verdict"] for item in trial.judge(records, [check.id], as_of, sources)}
    chosen = _choose(before, most)
    for name, changed, told in _removals(trial, check, records, sources, chosen):
        after = {item["resource"]: item["verdict"] for item in trial.judge(changed, [check.id], as_of, told)}
        for id in sorted(chosen):
            yield Removal(id, before[id], name, after[id])


def _choose(verdicts: Mapping[str, str], most: int) -> set[str]:
    chosen: set[str] = set()
    for verdict in ("pass", "fail", "unknown", "not_applicable"):
        chosen |= set(sorted(id for id, given in verdicts.items() if given == verdict)[:most])
    return chosen


def _removals(
    trial: Trial,
    check: Check,
    records: Mapping[str, Sequence[Record]],
    sources: Sequence[Mapping[str, Any]],
    chosen: set[str],
) -> Iterator[tuple[str, Mapping[str, Sequence[Record]], Sequence[Mapping[str, Any]]]]:
    """Yield (what is removed, the records without it, the sources)."""
    kinds = list(dict.fromkeys([check.kind, *(step.kind for step in check.related)]))
    kept = {**records, check.kind: [record for record in records[check.kind] if record["id"] in chosen]}
    for kind in kinds:
        for name in sorted(_facts(kept.get(kind, ()))):
            yield f"{kind}.{name}", {**kept, kind: [_without(item, {name}) for item in kept[kind]]}, sources
    for kind in kinds[1:]:
        yield f"the register of {kind}", {**kept, kind: []}, [_partial(source, kind) for source in sources]
    bare = {kind: [_without(item, _facts([item])) for item in kept.get(kind, ())] for kind in kinds}
    yield EVERYTHING, {**kept, **bare}, sources


def _facts(records: Sequence[Record]) -> set[str]:
    return {name for record in records for name in record} - ENGINE_KEYS


def _without(record: Record, names: set[str]) -> Record:
    taken = names & record.keys()
    unread = [*record.get("unread", ()), *({"field": name, "reason": "denied"} for name in sorted(taken))]
    return {name: value for name, value in record.items() if name not in taken} | {"unread": unread}


def _partial(source: Mapping[str, Any], kind: str) -> Mapping[str, Any]:
    if kind not in source["kinds"]:
        return source
    state = {"count": 0, "complete": False, "reason": "denied"}
    return {**source, "outcome": "partial", "kinds": {**source["kinds"], kind: state}}
