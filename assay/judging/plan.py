"""All that a worker has to know to judge: plain data, handed over once as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assay.check import Check, Words


@dataclass(frozen=True)
class SourceFacts:
    """What judging has to know of one source of the snapshot."""

    basis: str
    data_as_of: str
    """The day of which its facts are."""
    stale: bool
    """Older than `max_age` allows: none of its facts counts."""


@dataclass(frozen=True)
class EngineChoice:
    """Which engine judges: embedded, opa or both."""

    name: str = "embedded"
    url: str | None = None
    token: str | None = None
    ca: str | None = None


@dataclass(frozen=True)
class Plan:
    """The checks, policies and settings of one audit of one snapshot."""

    snapshot: str
    """The folder of the snapshot."""
    index: str
    """The file of the index over it."""
    as_of: str
    """The instant of judging, RFC 3339 with the offset of the estate's zone."""
    timezone: str
    checks: list[Check]
    """Checks that apply to a kind of the snapshot; their parameters are the effective ones."""
    modules: dict[str, str]
    """Rego path to source."""
    messages: dict[str, dict[str, Words]]
    """Policy package to reason code to words."""
    reads: dict[str, list[str]]
    """Policy package to the names of the fields that it reads."""
    schemas: dict[str, dict[str, Any]]
    complete: dict[str, bool]
    """Kind to whether it was read wholly."""
    incomplete: dict[str, list[str]]
    """Kind to reason and operation, where it was not."""
    sources: dict[str, SourceFacts]
    packs: list[str]
    """Roots of the packs, for their derivations; later packs add to earlier ones."""
    engine: EngineChoice = field(default_factory=EngineChoice)
    left_out: dict[str, list[str]] = field(default_factory=dict)
    """Kind to the sources whose resources of it are related ones at most: they are not judged."""
    elsewhere: list[str] = field(default_factory=list)
    """Checks that were asked for and belong to another stage."""

    def of_kind(self, kind: str) -> list[Check]:
        """Return the checks that judge a kind, in order of their ids."""
        return [check for check in self.checks if check.kind == kind]


WITHHELD = frozenset({"denied", "throttled", "timeout", "connection_lost", "corrupt", "locked", "limit"})
"""Reasons for which resources that are there were not read; `partial` is what the user left out."""


def complete_kinds(
    sources: list[Mapping[str, Any]], facts: Mapping[str, SourceFacts]
) -> tuple[dict[str, bool], dict[str, list[str]]]:
    """Say which kinds were read wholly: every source that feeds the kind says so, and none is stale."""
    complete: dict[str, bool] = {}
    why: dict[str, list[str]] = {}
    for source in sources:
        for kind, state in source["kinds"].items():
            stale = facts[source["name"]].stale
            whole = state["complete"] and not stale
            complete[kind] = complete.get(kind, True) and whole
            if not whole:
                told = ["stale", ""] if stale else [state.get("reason", "partial"), state.get("operation", "")]
                if kind not in why or why[kind][0] not in WITHHELD:
                    why[kind] = told
    return complete, why
