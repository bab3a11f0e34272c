"""Engines for tests: one that lies as it is told to, and what is needed to ask any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assay.engines.protocol import Answer, Answers, PolicyEngine, Question

Change = Callable[[dict[str, Answers]], object]


class LyingEngine:
    """Asks another engine and changes what it says."""

    name = "liar"
    version = "0"

    def __init__(self, honest: PolicyEngine, change: Change) -> None:
        self._honest, self._change = honest, change
        self.closed = False

    def judge(self, document: Mapping[str, Any], questions: Sequence[Question]) -> dict[str, Answers]:
        """Answer falsely."""
        answers = dict(self._honest.judge(document, questions))
        self._change(answers)
        return answers

    def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True


class SetEngine:
    """Answers what a test sets, whatever it is asked."""

    version = "0"

    def __init__(self, answers: dict[str, Answers], name: str = "set") -> None:
        self.name = name
        self._answers = answers

    def judge(self, document: Mapping[str, Any], questions: Sequence[Question]) -> dict[str, Answers]:
        """Return the answers."""
        return self._answers

    def close(self) -> None:
        """Hold nothing."""


def answer(verdict: Any = "pass", reason: str = "pass", **fact: Any) -> Answer:
    """Return an answer, with one fact as evidence where one is given."""
    return Answer(verdict, reason, [{"field": f"/{name}", "actual": value} for name, value in fact.items()])
