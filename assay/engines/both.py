"""Two engines at once: an answer stands only where they agree byte for byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assay.engines.protocol import Answers, Disagreement, Failure, PolicyEngine, Question, same


class BothEngines:
    """Judges with both and stops on the first difference."""

    name = "both"

    def __init__(self, one: PolicyEngine, other: PolicyEngine) -> None:
        self._one, self._other = one, other
        self.version = f"{one.name} {one.version}, {other.name} {other.version}"

    def judge(self, document: Mapping[str, Any], questions: Sequence[Question]) -> dict[str, Answers]:
        """Return what both say; raises `Disagreement` naming check, resource and both answers."""
        first = self._one.judge(document, questions)
        second = self._other.judge(document, questions)
        for check in [question.check for question in questions]:
            one, other = first.get(check, Failure("no answer")), second.get(check, Failure("no answer"))
            if not same(one, other):
                raise Disagreement(self._difference(check, one, other))
        return first

    def close(self) -> None:
        """Close both."""
        self._one.close()
        self._other.close()

    def _difference(self, check: str, one: Answers, other: Answers) -> str:
        if isinstance(one, Failure) or isinstance(other, Failure):
            return f"{check}: {self._one.name} and {self._other.name} differ: {one} and {other}"
        for id in sorted(one.keys() | other.keys()):
            if one.get(id) != other.get(id):
                return f"{check} on {id}: {self._one.name} says {one.get(id)}, {self._other.name} says {other.get(id)}"
        return f"{check}: {self._one.name} and {self._other.name} differ in the form of their answers"
