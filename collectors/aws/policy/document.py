"""A policy document as statements with one shape, whatever short forms it was written in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class MalformedPolicy(ValueError):
    """The text is no policy document."""


@dataclass(frozen=True)
class Condition:
    """One line of a condition block; every line of a statement has to hold."""

    operator: str
    """In lower case, as is the key: AWS does not tell case apart in either."""
    key: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Statement:
    """One statement; what it names by exception (NotAction, NotResource) is taken to cover nothing."""

    denies: bool
    principals: frozenset[tuple[str, str]]
    """(type, value); a bare "*" is ("AWS", "*")."""
    all_but_principals: bool
    """It says NotPrincipal: all principals but those named."""
    actions: tuple[str, ...]
    resources: tuple[str, ...]
    conditions: tuple[Condition, ...]
    excepted_actions: tuple[str, ...] = ()
    """NotAction: all actions but these; `actions` is empty then."""
    excepted_resources: tuple[str, ...] = ()
    """NotResource: all resources but these; `resources` is empty then."""

    @property
    def names_everyone(self) -> bool:
        """Whether its principal is `*`, which includes requests without credentials."""
        return ("AWS", "*") in self.principals


def parse(text: str) -> list[Statement]:
    """Read the policy of a resource; raises `MalformedPolicy`."""
    return [_statement(raw) for raw in _written(text, {"Principal", "NotPrincipal"})]


def parse_identity(text: str) -> list[Statement]:
    """Read the policy of a role, user or group, which names no principal; raises `MalformedPolicy`."""
    written = _written(text, {"Action", "NotAction"}, {"Resource", "NotResource"})
    return [_statement(raw) for raw in written]


def _written(text: str, *needed: set[str]) -> list[Mapping[str, Any]]:
    """Return the statements as they are written; each has an effect and one of the keys of every set."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise MalformedPolicy("no JSON") from error
    if "Statement" not in _mapping(document):
        raise MalformedPolicy("no statement")
    statements = [_mapping(item) for item in _listed(document["Statement"])]
    if not all(
        raw.get("Effect") in ("Allow", "Deny") and all(keys & raw.keys() for keys in needed) for raw in statements
    ):
        raise MalformedPolicy("a statement without effect, or without whom or what it means")
    return statements


def _statement(raw: Mapping[str, Any]) -> Statement:
    return Statement(
        denies=raw["Effect"] == "Deny",
        principals=_principals(raw.get("Principal", {})),
        all_but_principals="NotPrincipal" in raw,
        actions=tuple(action.lower() for action in _texts(raw.get("Action", []))),
        resources=_texts(raw.get("Resource", [])),
        conditions=tuple(
            Condition(operator.lower(), key.lower(), _texts(values))
            for operator, lines in _mapping(raw.get("Condition", {})).items()
            for key, values in _mapping(lines).items()
        ),
        excepted_actions=tuple(action.lower() for action in _texts(raw.get("NotAction", []))),
        excepted_resources=_texts(raw.get("NotResource", [])),
    )


def _principals(raw: object) -> frozenset[tuple[str, str]]:
    if raw == "*":
        return frozenset({("AWS", "*")})
    return frozenset((type_, value) for type_, values in _mapping(raw).items() for value in _texts(values))


def _mapping(raw: object) -> Mapping[str, Any]:
    if not isinstance(raw, dict):
        raise MalformedPolicy("a value where an object has to be")
    return raw


def _listed(raw: object) -> list[Any]:
    return raw if isinstance(raw, list) else [raw]


def _texts(raw: object) -> tuple[str, ...]:
    """Return one or several values as texts; policies may write true, false and numbers without quotes."""
    return tuple(_text(value) for value in _listed(raw))


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    raise MalformedPolicy("an object where a text has to be")
