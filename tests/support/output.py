"""An Output that keeps in memory what a collector writes, and refuses what the snapshot would refuse."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

from jsonschema import Draft7Validator

from assay.collector import Outcome, Resource
from assay.snapshot.merging import merge
from assay.snapshot.record import plain, record

SCHEMAS = Path(__file__).parents[2] / "policies" / "schemas"

Record = dict[str, Any]


class Read(NamedTuple):
    """One line of the ledger."""

    operation: str
    target: str
    outcome: Outcome
    code: str
    ms: int


@dataclass
class MemoryOutput:
    """Records by kind and id, each as it would stand in the snapshot and checked against its schema."""

    source: str = "test"
    at: str = "2026-11-21T12:00:00+08:00"
    basis: str = "observed"
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    ledger: list[Read] = field(default_factory=list)
    incomplete_kinds: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Kind to (reason, operation)."""
    days: list[date] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def resource(self, kind: str, resource: Resource) -> None:
        """Keep a resource that fits its schema, merged with an earlier one of its id; else `AssertionError`."""
        of_kind = self.records.setdefault(kind, {})
        assert all(plain(value) for value in resource.facts.values()), f"{kind} {resource.id}: {resource.facts}"
        made = record(resource, self.source, self.at, self.basis)
        faults = [f"/{'/'.join(map(str, e.path))}: {e.message}" for e in _validator(kind).iter_errors(made)]
        assert not faults, f"{kind} {resource.id}: {'; '.join(faults)}"
        strange = sorted(resource.unread.keys() - _schema(kind)["properties"].keys())
        assert not strange, f"{kind} {resource.id}: unread fields that the kind does not have: {strange}"
        earlier = of_kind.get(resource.id)
        of_kind[resource.id] = merge([(self.basis, earlier), (self.basis, made)])[0] if earlier else made

    def read(self, operation: str, target: str, outcome: Outcome, code: str = "", ms: int = 0) -> None:
        """Keep a line of the ledger."""
        assert outcome in get_args(Outcome), outcome
        self.ledger.append(Read(operation, target, outcome, code, ms))

    def incomplete(self, kind: str, reason: str, operation: str = "") -> None:
        """Keep the first reason for which a kind is not whole."""
        self.incomplete_kinds.setdefault(kind, (reason, operation))

    def data_as_of(self, day: date) -> None:
        """Keep the day of which the facts are."""
        self.days.append(day)

    def note(self, line: str) -> None:
        """Keep a line for the user."""
        self.notes.append(line)

    def one(self, kind: str, resource_id: str) -> Record:
        """Return a record; raises `KeyError` where there is none."""
        return self.records[kind][resource_id]

    def every(self, kind: str) -> list[Record]:
        """Return the records of a kind, by id."""
        return [kept for _, kept in sorted(self.records.get(kind, {}).items())]

    def unread(self, kind: str, resource_id: str) -> dict[str, tuple[str, str]]:
        """Return the unread fields of a record as field to (reason, operation)."""
        entries = self.one(kind, resource_id)["unread"]
        return {entry["field"]: (entry["reason"], entry.get("operation", "")) for entry in entries}

    def unread_fields(self) -> set[str]:
        """Return every field that is unread in some record, as `kind.field`."""
        return {
            f"{kind}.{entry['field']}"
            for kind, records in self.records.items()
            for kept in records.values()
            for entry in kept["unread"]
        }

    def text(self) -> str:
        """Return all that was written, to look for what must not be there."""
        parts = (self.records, self.ledger, self.incomplete_kinds, self.notes)
        return json.dumps(parts, ensure_ascii=False)


@cache
def _schema(kind: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((SCHEMAS / f"{kind}.json").read_text(encoding="utf-8"))
    return schema


@cache
def _validator(kind: str) -> Draft7Validator:
    return Draft7Validator(_schema(kind))
