"""Several descriptions of one resource made one, so that none can cover what another could not read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assay.snapshot.record import ENGINE_KEYS

RANK = {"observed": 0, "documented": 1, "declared": 2}
FILLABLE = frozenset({"unsupported", "not_in_source", "no_text"})
"""Reasons for which a source never knows a field. Where it was denied, nobody's word stands in for it."""

VOUCHED = {"attested": 0, "declared": 1}
"""The order for what a program finds in a text: whoever read it goes before, and the program comes last."""
_LAST = 3
Described = tuple[str, Mapping[str, Any]]
"""The basis of a source and its record."""


@dataclass(frozen=True)
class Vouching:
    """Fields of a kind for which a person's word goes before what was found, as its schema marks them."""

    fields: frozenset[str] = frozenset()
    """Those with `x-vouched`."""
    of: Mapping[str, str] = field(default_factory=dict)
    """Field to the one of which it speaks (`x-of`): both come from one record."""


NOBODY = Vouching()


def vouching(schema: Mapping[str, Any]) -> Vouching:
    """Return the marked fields of a kind."""
    fields = schema["properties"].items()
    of = {name: str(described["x-of"]) for name, described in fields if "x-of" in described}
    return Vouching(frozenset(name for name, described in fields if described.get("x-vouched")), of)


def merge(records: Sequence[Described], vouched: Vouching = NOBODY) -> tuple[dict[str, Any], list[str]]:
    """Make one record of several of one id; returns it with the fields on which they contradict each other.

    A fact of a better basis stands; what it cannot know the others fill in, with their own basis and source.
    What two sources of the same basis state differently is unread: which of them is right nobody can tell.
    """
    ordered = sorted(records, key=lambda item: RANK.get(item[0], _LAST))
    basis, first = ordered[0]
    made = {name: value for name, value in first.items() if name in ENGINE_KEYS - {"unread", "basis_of"}}
    unread: dict[str, Mapping[str, Any]] = {}
    basis_of: dict[str, str] = {}
    source_of: dict[str, str] = {}
    contradictions = []
    for name in sorted(_names(ordered)):
        found = _settle(name, ordered, vouched)
        if isinstance(found, Mapping):
            unread[name] = found
            if found.get("operation") == CONTRADICTION:
                contradictions.append(name)
            continue
        given, record = found
        made[name] = record[name]
        own = record.get("basis_of", {}).get(name, given)
        basis_of |= {name: own} if own != basis else {}
        source_of |= {name: record["source"]} if record["source"] != first["source"] else {}
    made["unread"] = [unread[name] for name in sorted(unread)]
    aliases = {alias for _, other in ordered for alias in other.get("aliases", ())} - {made["id"]}
    for key, value in (("aliases", sorted(aliases)), ("basis_of", basis_of), ("source_of", source_of)):
        made |= {key: value} if value else {}
    return made, contradictions


CONTRADICTION = "sources contradict each other"


def _names(records: Sequence[Described]) -> set[str]:
    stated = {name for _, record in records for name in record} - ENGINE_KEYS
    return stated | {item["field"] for _, record in records for item in record["unread"]}


def differences(
    records: Sequence[Described], made: Mapping[str, Any], vouched: Vouching
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield field and record of what was found in a text and is not what the merged record says."""
    for name in sorted(vouched.fields & made.keys() - vouched.of.keys()):
        for _, record in records:
            if name in record and _plain(record[name]) != _plain(made[name]):
                yield name, record


def _plain(value: object) -> object:
    """Return a list without its order: clauses have none."""
    return sorted(map(str, value)) if isinstance(value, list) else value


def _settle(name: str, ordered: Sequence[Described], vouched: Vouching) -> Described | Mapping[str, Any]:
    """Return the description whose fact stands, or why the field is unread."""
    if name in vouched.of:
        settled = _settle(vouched.of[name], ordered, vouched)
        if isinstance(settled, tuple):
            ordered = [settled]
    why: Mapping[str, Any] | None = None
    for rank in range(_LAST + 1):
        level = [item for item in ordered if _rank(name, item, vouched) == rank]
        stating = [item for item in level if name in item[1]]
        if stating:
            if any(record[name] != stating[0][1][name] for _, record in stating):
                return {"field": name, "reason": "corrupt", "operation": CONTRADICTION}
            return stating[0]
        for _, record in level:
            for item in record["unread"]:
                if item["field"] == name:
                    why = why or item
                    if item["reason"] not in FILLABLE:
                        return dict(item)
    return dict(why or {"field": name, "reason": "not_in_source"})


def _rank(name: str, described: Described, vouched: Vouching) -> int:
    basis, record = described
    if name in vouched.fields:
        return VOUCHED.get(record.get("basis_of", {}).get(name, basis), _LAST)
    return RANK.get(basis, _LAST)
