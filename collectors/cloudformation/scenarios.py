"""The scenarios of a template: each way in which the conditions can turn out that its inputs leave open."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .conditions import Conditions

MAX_SCENARIOS = 32
_MAX_TRIES = 4096

Scenario = Mapping[str, bool | None]
"""Whether each condition that the resources use holds; None where it was not followed up."""


@dataclass(frozen=True)
class Scenarios:
    """All of them, or one in which what is open stays open, where there are too many."""

    found: list[Scenario]
    too_many: bool = False


def scenarios(conditions: Conditions, used: set[str], at_most: int = MAX_SCENARIOS) -> Scenarios:
    """Return the different outcomes of the conditions that are used; raises `TemplateFailed`."""
    names = sorted(used)
    settled: Scenario = {name: conditions.holds(name, {}) for name in names}
    if None not in settled.values():
        return Scenarios([settled])
    if math.prod(len(candidates) for candidates in conditions.open.values()) > _MAX_TRIES:
        return Scenarios([settled], too_many=True)
    found: dict[tuple[bool | None, ...], Scenario] = {}
    for choices in _assumed(conditions.open):
        outcome = {name: conditions.holds(name, choices) for name in names}
        found[tuple(outcome.values())] = outcome
        if len(found) > at_most:
            return Scenarios([settled], too_many=True)
    return Scenarios(list(found.values()))


def used_in(node: Any) -> set[str]:
    """Return the conditions that a part of a template names."""
    found: set[str] = set()
    ahead = [node]
    while ahead:
        part = ahead.pop()
        if isinstance(part, list):
            ahead += part
        elif isinstance(part, dict):
            ahead += part.values()
            branch, condition = part.get("Fn::If"), part.get("Condition")
            if isinstance(branch, list) and branch and isinstance(branch[0], str):
                found.add(branch[0])
            if isinstance(condition, str) and "Type" in part:
                found.add(condition)
    return found


def _assumed(open_: Mapping[str, list[Any]]) -> Iterator[dict[str, Any]]:
    for values in itertools.product(*open_.values()):
        yield dict(zip(open_, values, strict=True))
