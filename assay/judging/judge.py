"""Judges batches: resources in, encoded findings out, every (check, resource) pair answered exactly once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from assay.check import Check
from assay.engines.choice import build
from assay.engines.protocol import Answer, Answers, Evidence, Failure, PolicyEngine, Question
from assay.judging.findings import Builder
from assay.judging.joins import Joined, join, steps
from assay.judging.normalise import Derived
from assay.judging.plan import Plan
from assay.judging.view import SnapshotView

_encoder = msgspec.json.Encoder(order="sorted")


@dataclass
class Judged:
    """The findings of one batch as NDJSON, resource by resource, and their tally."""

    lines: bytes = b""
    tally: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """(check, verdict, severity) to number."""
    problems: dict[str, str] = field(default_factory=dict)
    """Check to why its policy gave no usable answer."""


class Judge:
    """One engine with one view of the snapshot: what a worker holds."""

    def __init__(self, plan: Plan, engine: PolicyEngine | None = None) -> None:
        self._plan = plan
        self._view = SnapshotView(plan)
        parameters = {check.id: check.parameters for check in plan.checks}
        self.engine = engine or build(plan.engine, plan.modules, parameters)
        self._builders = {check.id: Builder(plan, check) for check in plan.checks}

    def judge(self, kind: str, start: int, end: int, only: Sequence[str] | None = None) -> Judged:
        """Judge the resources between two places of a kind's file by its checks, or by some of them."""
        checks = [check for check in self._plan.of_kind(kind) if only is None or check.id in only]
        if not checks:
            return Judged()
        batch, joined, document = self.document(kind, start, end, checks)
        questions = [Question(check.id, check.policy, check.parameters) for check in checks]
        return self._conclude(batch, joined, checks, self.engine.judge(document, questions))

    def give_up(self, kind: str, start: int, end: int, check: str) -> Judged:
        """Answer unknown for a check whose engine was lost on this batch."""
        checks = [known for known in self._plan.of_kind(kind) if known.id == check]
        batch = self._batch(kind, start, end)
        lost = {str(record["id"]): Answer("unknown", "engine_lost", []) for record in batch}
        return self._conclude(batch, Joined(), checks, {check: lost})

    def document(
        self, kind: str, start: int, end: int, checks: Sequence[Check]
    ) -> tuple[list[Derived], Joined, dict[str, Any]]:
        """Return a batch, what it refers to, and the input that engines are given."""
        batch = self._batch(kind, start, end)
        path = steps(checks)
        joined = join(kind, batch, path, self._view)
        document = {
            "kind": kind,
            "as_of": self._view.today.isoformat(),
            "resources": [record.whole() for record in batch],
            "related": joined.related,
            "links": joined.links,
            "complete": joined.complete,
        }
        return batch, joined, document

    def _batch(self, kind: str, start: int, end: int) -> list[Derived]:
        batch = self._view.batch(kind, start, end)
        left_out = self._plan.left_out.get(kind, ())
        return [record for record in batch if record["source"] not in left_out]

    def close(self) -> None:
        """Close the index; the engine belongs to who made it."""
        self._view.close()

    def _conclude(
        self, batch: Sequence[Derived], joined: Joined, checks: Sequence[Check], answers: dict[str, Answers]
    ) -> Judged:
        judged, lines = Judged(), []
        ids = {str(record["id"]) for record in batch}
        usable = {
            check.id: _usable(check, answers.get(check.id, Failure("no answer")), ids, judged.problems)
            for check in checks
        }
        for record in batch:
            for check in checks:
                finding = self._builders[check.id].build(record, usable[check.id][record["id"]], joined)
                judged.tally[check.id, finding.verdict, finding.severity] += 1
                lines.append(_encoder.encode(finding))
        judged.lines = b"\n".join(lines) + b"\n" if lines else b""
        return judged


def _usable(check: Check, given: Answers, ids: set[str], problems: dict[str, str]) -> dict[str, Answer]:
    """Compare what came back with what was sent; an answer too few or too many voids them all."""
    if isinstance(given, Failure):
        problem = given.message
    elif any(answer.verdict == "pass" and not answer.evidence for answer in given.values()):
        problem = "passes without evidence: a pass is proved by the facts that it names"
    elif given.keys() != ids:
        odd = sorted(given.keys() ^ ids)[0]
        problem = f"{len(given)} answers for {len(ids)} resources (first odd one: {odd})"
    else:
        return dict(given)
    problems[check.id] = problem
    evidence: list[Evidence] = [{"field": "/policy", "problem": problem}]
    return dict.fromkeys(ids, Answer("unknown", "policy_error", evidence))
