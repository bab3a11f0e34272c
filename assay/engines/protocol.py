"""What an engine is: it judges a batch by policies and answers in one form, or says that it failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, Required, TypedDict

import msgspec

from assay.errors import AssayError

Verdict = Literal["pass", "fail", "unknown", "not_applicable"]


class Evidence(TypedDict, total=False):
    """One fact that an answer rests on."""

    field: Required[str]
    """JSON pointer into the resource, or `/kind/id/field` of a related one."""
    actual: Any
    expected: Any
    problem: str


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a policy says about one resource."""

    verdict: Verdict
    reason: str
    evidence: list[Evidence]


@dataclass(frozen=True)
class Question:
    """One check asked of a batch: its policy's package with its parameters."""

    check: str
    package: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True)
class Failure:
    """The policy gave no usable answer to this batch: it raised, conflicted, or was undefined."""

    message: str


Answers = Mapping[str, Answer] | Failure
"""Resource id to answer."""


class Disagreement(AssayError):
    """Two engines answered differently: nothing that was judged may be relied on."""


class PolicyEngine(Protocol):
    """A policy engine with the policies of the packs loaded."""

    name: str
    version: str

    def judge(self, document: Mapping[str, Any], questions: Sequence[Question]) -> dict[str, Answers]:
        """Answer every question about the batch, by check id.

        `document` is the input of formats section 3 without `parameters`, which each question brings.
        """

    def close(self) -> None:
        """Let go of what the engine holds."""


def same(one: Answers, other: Answers) -> bool:
    """Say whether two engines answered alike, byte for byte in canonical JSON; two failures are alike."""
    if isinstance(one, Failure) or isinstance(other, Failure):
        return isinstance(one, Failure) and isinstance(other, Failure)
    return msgspec.json.encode(one, order="sorted") == msgspec.json.encode(other, order="sorted")
