"""One resource as a line of a snapshot."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from assay.collector import Resource
from assay.snapshot import EXACT

ENGINE_KEYS = frozenset("id name aliases source collected_at unread basis_of source_of place".split())
"""Keys of a record that are no facts."""


def plain(value: object) -> bool:
    """Say whether JSON can hold the value exactly: no None, NaN, lone surrogate or number that loses digits."""
    match value:
        case bool():
            return True
        case int():
            return abs(value) <= EXACT
        case float():
            return math.isfinite(value)
        case str():
            return not any("\ud800" <= char <= "\udfff" for char in value)
        case dict():
            return all(isinstance(key, str) and plain(key) and plain(item) for key, item in value.items())
        case list():
            return all(plain(item) for item in value)
        case _:
            return False


def exact(text: str) -> str:
    """Write lone surrogates, which come of names in no known encoding, as escapes: JSON cannot hold them."""
    return text.encode("utf-8", "backslashreplace").decode()


def record(resource: Resource, source: str, collected_at: str, basis: str) -> dict[str, Any]:
    """Write a resource as a record; a fact that JSON cannot hold exactly becomes unread (`corrupt`)."""
    for name in [name for name, value in resource.facts.items() if not plain(value)]:
        resource.miss(name, "corrupt", "not a plain value")
    made: dict[str, Any] = {
        "id": exact(resource.id),
        "name": exact(resource.name),
        "source": source,
        "collected_at": collected_at,
        **resource.facts,
        "unread": unread(resource.unread),
    }
    aliases = {exact(alias) for alias in resource.aliases} - {made["id"]}
    if aliases:
        made["aliases"] = sorted(aliases)
    own = {name: given for name, given in resource.basis.items() if name in resource.facts and given != basis}
    if own:
        made["basis_of"] = own
    if resource.location is not None:
        made["place"] = dict(resource.location)
    return made


def unread(fields: Mapping[str, tuple[str, str]]) -> list[dict[str, str]]:
    """Write unread fields as a record lists them, sorted by field."""
    listed = []
    for name, (reason, operation) in sorted(fields.items()):
        listed.append({"field": name, "reason": reason} | ({"operation": exact(operation)} if operation else {}))
    return listed
