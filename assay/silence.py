"""Asks every policy about a resource of which nothing is known: none may pass it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assay.check import Check
from assay.engines.protocol import Failure, PolicyEngine, Question
from assay.loading import Content


def broken(content: Content, engine: PolicyEngine) -> Iterator[str]:
    """Yield one line for each check whose policy makes a pass out of nothing."""
    for check in sorted(content.catalogue.checks.values(), key=lambda check: check.id):
        question = Question(check.id, check.policy, check.parameters)
        given = engine.judge(_nothing(check), [question])[check.id]
        if not isinstance(given, Failure) and any(answer.verdict == "pass" for answer in given.values()):
            yield f"{check.id}: {check.policy} passes a resource of which nothing is known"


def _nothing(check: Check) -> dict[str, Any]:
    kinds = {step.kind for step in check.related}
    return {
        "kind": check.kind,
        "as_of": "2026-01-01",
        "resources": [{"id": "nothing", "unread": []}],
        "related": {kind: {} for kind in kinds},
        "links": {kind: {"nothing": []} for kind in kinds},
        "complete": dict.fromkeys(kinds, False),
    }
