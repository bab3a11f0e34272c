"""Merges what is stated of a template in several scenarios, so that each of them is judged.

Records that name each other stand and fall together. Where all of such a group are the same in every scenario they
are written once; else once for each variant, with the conditions that make it in their ids: `cfn:Db[IsProd=true]`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from assay.collector import Output, Resource

from .recorded import Key, Recorded
from .scenarios import Scenario

Parts = Sequence[tuple[Scenario, Recorded]]
Signature = tuple[str, ...]


def write(parts: Parts, out: Output) -> None:
    """Write what all scenarios together say; of each record no scenario's word is lost."""
    for read in dict.fromkeys(read for _, part in parts for read in part.reads):
        out.read(*read)
    for line in dict.fromkeys(line for _, part in parts for line in part.notes):
        out.note(line)
    for kind, reason, operation in dict.fromkeys(entry for _, part in parts for entry in part.partial):
        out.incomplete(kind, reason, operation)
    for kind, resource in _merged(parts):
        out.resource(kind, resource)


def _merged(parts: Parts) -> Iterator[tuple[str, Resource]]:
    for group in _groups(parts):
        signatures = [_signature(part, group) for _, part in parts]
        labels = _labels([scenario for scenario, _ in parts], signatures)
        if _alike(parts, group):
            labels = [""] * len(parts)
        written: set[tuple[str, Key]] = set()
        for label, (_, part) in zip(labels, parts, strict=True):
            for key in group:
                if key in part.records and (label, key) not in written:
                    written.add((label, key))
                    for resource in part.records[key]:
                        yield key[0], _variant(resource, {id for _, id in group}, label)


def _groups(parts: Parts) -> list[list[Key]]:
    """Return the records in groups of which none names a record of another group."""
    keys = dict.fromkeys(key for _, part in parts for key in part.records)
    group_of: dict[str, list[Key]] = {}
    for key in keys:
        group_of.setdefault(key[1], []).append(key)
    for _, part in parts:
        for (_, id), written in part.records.items():
            for named in {text for resource in written for text in _texts(resource.facts)}:
                _join(group_of, id, named)
    order = {key: index for index, key in enumerate(keys)}
    groups = {min(map(order.__getitem__, group)): group for group in group_of.values()}
    return [sorted(groups[first], key=order.__getitem__) for first in sorted(groups)]


def _join(group_of: dict[str, list[Key]], id: str, named: str) -> None:
    one, other = group_of[id], group_of.get(named)
    if other is None or other is one:
        return
    small, large = sorted((one, other), key=len)
    large += small
    for _, moved in small:
        group_of[moved] = large


def _alike(parts: Parts, group: Sequence[Key]) -> bool:
    """Say whether a record that nothing names is the same wherever it exists."""
    return len(group) == 1 and len({_signature(part, group) for _, part in parts if group[0] in part.records}) == 1


def _signature(part: Recorded, group: Sequence[Key]) -> Signature:
    found = (part.records.get(key, []) for key in group)
    return tuple(json.dumps([asdict(one) for one in written], sort_keys=True, default=str) for written in found)


def _labels(scenarios: Sequence[Scenario], signatures: Sequence[Signature]) -> list[str]:
    """Return for each scenario the fewest conditions that tell the variants of a group apart, as a suffix."""
    if len(set(signatures)) == 1:
        return [""] * len(scenarios)
    names = [name for name in scenarios[0] if len({scenario[name] for scenario in scenarios}) > 1]
    for name in list(names):
        rest = [other for other in names if other != name]
        if _tells(scenarios, signatures, rest):
            names = rest
    return [f"[{_said(scenario, names)}]" for scenario in scenarios]


def _tells(scenarios: Sequence[Scenario], signatures: Sequence[Signature], names: Sequence[str]) -> bool:
    pairs = {(tuple(scenario[n] for n in names), s) for scenario, s in zip(scenarios, signatures, strict=True)}
    return len({outcome for outcome, _ in pairs}) == len(pairs)


def _said(scenario: Scenario, names: Sequence[str]) -> str:
    return ",".join(f"{name}={str(scenario[name]).lower()}" for name in names)


def _variant(resource: Resource, ids: set[str], label: str) -> Resource:
    if not label:
        return resource
    facts: Mapping[str, Any] = _renamed(resource.facts, ids, label)
    return replace(resource, id=resource.id + label, facts=dict(facts), aliases=[*resource.aliases, resource.id])


def _renamed(value: Any, ids: set[str], label: str) -> Any:
    """Return a value in which the ids of the group are those of the variant."""
    match value:
        case str():
            return value + label if value in ids else value
        case list():
            return [_renamed(item, ids, label) for item in value]
        case dict():
            return {name: _renamed(item, ids, label) for name, item in value.items()}
    return value


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _texts(item)
        case dict():
            for item in value.values():
                yield from _texts(item)
