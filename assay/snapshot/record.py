"""One resource as a line of a snapshot, and two descriptions of one resource made one."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from assay.collector import Resource
from assay.snapshot import EXACT

ENGINE_KEYS = frozenset(
    "id name aliases source collected_at unread basis_of place".split()
)
"""Keys of a record that are no facts."""

RANK = {"observed": 0, "documented": 1, "declared": 2}


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
        listed.append({"field": name, "reason": reason} | ({"operation": operation} if operation else {}))
    return listed


def merge(records: Sequence[tuple[str, dict[str, Any]]]) -> tuple[dict[str, Any], list[str]]:
    """Make one record of several of one id, given as (basis, record), best basis first.

    A fact of a better basis stands; what it lacks the others fill in, with their own basis. Returns the
    record and the fields on which two sources of the same basis contradict each other.
    """
    ordered = sorted(records, key=lambda item: RANK.get(item[0], 3))
    first_basis, made = ordered[0][0], dict(ordered[0][1])
    rank = {name: RANK.get(first_basis, 3) for name in made}
    basis, contradictions = dict(made.get("basis_of", {})), []
    for given, other in ordered[1:]:
        for name, value in other.items():
            if name in ENGINE_KEYS:
                continue
            if name not in made:
                made[name], rank[name] = value, RANK.get(given, 3)
                basis[name] = other.get("basis_of", {}).get(name, given)
            elif made[name] != value and rank[name] == RANK.get(given, 3):
                contradictions.append(name)
    listed = {item["field"]: item for _, item_record in reversed(ordered) for item in item_record["unread"]}
    made["unread"] = [listed[name] for name in sorted(listed) if name not in made]
    aliases = {alias for _, other in ordered for alias in other.get("aliases", ())} - {made["id"]}
    made |= {"aliases": sorted(aliases)} if aliases else {}
    basis = {name: given for name, given in basis.items() if name in made and given != first_basis}
    made.pop("basis_of", None)
    return made | ({"basis_of": basis} if basis else {}), contradictions
