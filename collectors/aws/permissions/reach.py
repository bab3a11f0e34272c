"""On which resources an action is allowed, and whether that is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple

from ..policy import Condition, Statement
from ..policy.patterns import covers_pattern, may_meet
from .paths import PATHS
from .rights import Rights

_PARTITION = re.compile(r"^arn:(?:[^:<]*|<[^>]*>):")
_PARTS = 6
_PASSED_TO = "iam:passedtoservice"
#: What the caller can meet, or what says where the caller may stand: the right is there all the same.
_MET_BY_CALLER = frozenset(
    "aws:multifactorauthpresent aws:multifactorauthage aws:sourceip aws:securetransport aws:requestedregion "
    "aws:currenttime aws:epochtime aws:useragent aws:referer aws:tagkeys aws:tokenissuetime "
    "iam:awsservicename".split()
)
_NAMES = frozenset(action.lower() for actions in PATHS.values() for action in actions)


class Reach(NamedTuple):
    """Resources on which an action is allowed."""

    pattern: str
    is_sure: bool
    """False where a condition decides that the policies do not settle."""


@lru_cache(maxsize=65536)
def any_partition(pattern: str) -> str:
    """Return a pattern of resources as for the first partition of AWS: no account spans two."""
    return _PARTITION.sub("arn:aws:", pattern)


def may_both_name(one: str, other: str) -> bool:
    """Whether some resource may match both patterns; the parts of whole ARNs are matched one by one."""
    parts = list(zip(one.split(":", 5), other.split(":", 5), strict=False))
    return all(may_meet(*pair) for pair in parts) if len(parts) == _PARTS else may_meet(one, other)


@lru_cache(maxsize=8192)
def _named_by(pattern: str) -> frozenset[str]:
    """Return the actions of the paths, in lower case, that a pattern of actions names."""
    return frozenset(name for name in _NAMES if fnmatchcase(name, pattern))


def actions_of(statement: Statement) -> frozenset[str]:
    """Return the actions of the paths that a statement speaks of."""
    return _named(statement.actions, statement.excepted_actions)


@lru_cache(maxsize=8192)
def _named(actions: tuple[str, ...], excepted: tuple[str, ...]) -> frozenset[str]:
    if excepted:
        return _NAMES.difference(*map(_named_by, excepted))
    return frozenset().union(*map(_named_by, actions))


def reached(action: str, shape: str, rights: Rights, passed_to: str = "") -> list[Reach]:
    """Return where an action is allowed among resources of a shape, after Deny and boundary."""
    found = list(_allowed(action, shape, rights.allows, passed_to))
    if rights.ceiling is not None:
        within = list(_allowed(action, shape, rights.ceiling, passed_to))
        found = [met for reach in found for other in within for met in _met(reach, other)]
    for denial in rights.denials:
        if action in actions_of(denial):
            found = [left for reach in found for left in _left(reach, shape, denial)]
    return [reach for reach in found if may_both_name(reach.pattern, shape)]


def _allowed(action: str, shape: str, statements: Sequence[Statement], passed_to: str) -> Iterator[Reach]:
    for statement in statements:
        if not statement.denies and action in actions_of(statement):
            holds = _holds(statement.conditions, passed_to)
            if holds is not False:
                yield from (Reach(pattern, holds is True) for pattern in _patterns(statement, shape))


def _patterns(statement: Statement, shape: str) -> list[str]:
    if statement.excepted_resources:
        spared = map(any_partition, statement.excepted_resources)
        return [] if any(covers_pattern(pattern, shape) for pattern in spared) else [shape]
    return [pattern for pattern in map(any_partition, statement.resources) if may_both_name(pattern, shape)]


def _met(one: Reach, other: Reach) -> list[Reach]:
    if not may_both_name(one.pattern, other.pattern):
        return []
    narrow = other.pattern if covers_pattern(one.pattern, other.pattern) else one.pattern
    return [Reach(narrow, one.is_sure and other.is_sure)]


def _left(reach: Reach, shape: str, denial: Statement) -> list[Reach]:
    """Return what a denial of the action leaves."""
    if denial.excepted_resources:
        spared = map(any_partition, denial.excepted_resources)
        return [met for pattern in spared for met in _met(reach, Reach(pattern, is_sure=True))]
    denied = map(any_partition, denial.resources)
    return [] if any(covers_pattern(d, reach.pattern) or covers_pattern(d, shape) for d in denied) else [reach]


def _holds(conditions: Sequence[Condition], passed_to: str) -> bool | None:
    """Whether the conditions of an Allow can be met; None where the policies do not settle it."""
    others = [condition for condition in conditions if condition.key not in _MET_BY_CALLER]
    passing = [condition for condition in others if condition.key == _PASSED_TO]
    if passed_to and any(not _is_passed(condition, passed_to) for condition in passing):
        return False
    return True if len(passing) == len(others) else None


def _is_passed(condition: Condition, service: str) -> bool:
    """Whether a condition on the service that a role is passed to lets a service through."""
    if condition.operator.removesuffix("ifexists") not in ("stringequals", "stringlike", "stringequalsignorecase"):
        return True
    return any(fnmatchcase(f"{service}.amazonaws.com", value.removesuffix(".cn")) for value in condition.values)
