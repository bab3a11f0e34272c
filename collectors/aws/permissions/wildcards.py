"""Full wildcards: all actions, or all of one service, on all resources, as far as nothing takes them back.

A Deny takes a wildcard back where it holds under all circumstances and covers the whole of it. Conditions of an
Allow (MFA, addresses) do not: who meets them has the wildcard.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from ..policy import Statement
from .rights import Rights

Level = Literal["none", "service", "all"]

_ALL = "*"
_PARTITION = re.compile(r"arn:(?:[^:<]*|<[^>]*>):")


class _Scope(NamedTuple):
    """All actions, or those of one service, on all resources of it."""

    service: str
    """`*` is every service."""
    without: frozenset[str] = frozenset()
    """Services that are left out of all actions."""


def level_of(granted: Iterable[Statement], rights: Rights) -> Level:
    """Return the widest wildcard of some statements of a principal that its policies together leave."""
    scopes = {scope for statement in granted if not statement.denies for scope in _granted(statement)}
    if rights.ceiling is not None:
        allowed = {scope for s in rights.ceiling if not s.denies for scope in _granted(s)}
        scopes = {met for scope in scopes for other in allowed for met in _meet(scope, other)}
    for denial in rights.denials:
        scopes = {left for scope in scopes for left in _left(scope, denial)}
    if any(scope.service == _ALL for scope in scopes):
        return "all"
    return "service" if scopes else "none"


def names_all_actions(statement: Statement) -> bool:
    """Whether a statement names all actions, or all of one service, on whatever resources."""
    return bool(_actions(statement))


def names_all_resources(statement: Statement) -> bool:
    """Whether a statement names all resources, or all but some."""
    return _ALL in _resources(statement)


def _granted(statement: Statement) -> set[_Scope]:
    actions = _actions(statement)
    resources = _resources(statement) if actions else ()
    return {met for scope in actions for service in resources for met in _meet(scope, _Scope(service))}


def _actions(statement: Statement) -> frozenset[_Scope]:
    if statement.excepted_actions:
        without = frozenset(scope.service for scope in _scopes(statement.excepted_actions))
        return frozenset() if _ALL in without else frozenset({_Scope(_ALL, without)})
    return _scopes(statement.actions)


@lru_cache(maxsize=8192)
def _scopes(actions: tuple[str, ...]) -> frozenset[_Scope]:
    """Return the wildcards among the patterns of actions."""
    if any(_is_open(action, "*:") for action in actions):
        return frozenset({_Scope(_ALL)})
    parts = (action.partition(":") for action in actions)
    return frozenset(_Scope(service) for service, _, names in parts if _is_open(names, "*?"))


def _resources(statement: Statement) -> set[str]:
    """Return `*` where all resources are meant, and the services of which all are."""
    if statement.excepted_resources:
        return set() if _ALL in map(_service_of, statement.excepted_resources) else {_ALL}
    return {service for service in map(_service_of, statement.resources) if service}


def _service_of(resource: str) -> str:
    """Return `*` for all resources, a service for all of it, else nothing."""
    if _ALL not in resource:
        return ""
    rest = _PARTITION.sub("", resource, count=1)
    if _is_open(rest.removeprefix("arn:"), "*:"):
        return _ALL
    service, _, names = rest.partition(":")
    return service if rest != resource and _is_open(names, "*:/") else ""


def _is_open(text: str, marks: str) -> bool:
    """Whether a pattern is made of wildcards and separators alone."""
    return "*" in text and set(text) <= set(marks)


def _meet(one: _Scope, other: _Scope) -> set[_Scope]:
    """Return what two scopes have in common."""
    if one.service == other.service == _ALL:
        return {_Scope(_ALL, one.without | other.without)}
    narrow, wide = (one, other) if other.service == _ALL else (other, one)
    if wide.service not in (_ALL, narrow.service) or narrow.service in wide.without:
        return set()
    return {narrow}


def _left(scope: _Scope, denial: Statement) -> set[_Scope]:
    """Return what a denial leaves of a wildcard."""
    if not {_ALL, scope.service} & _resources(denial):
        return {scope}
    if denial.excepted_actions:
        return {met for spared in _scopes(denial.excepted_actions) for met in _meet(scope, spared)}
    denied = {found.service for found in _scopes(denial.actions)}
    if denied & {_ALL, scope.service}:
        return set()
    return {_Scope(_ALL, scope.without | denied)} if scope.service == _ALL else {scope}
