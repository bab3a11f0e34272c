"""The snapshot as derivations and joins see it: records by id, by reference, with their derived facts."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from assay import codec, schema
from assay.derive import Derivations
from assay.errors import PackError, SnapshotError
from assay.judging.index import Index
from assay.judging.made import Made, made
from assay.judging.normalise import Derived, references, withdraw
from assay.judging.plan import Plan
from assay.pack import Pack

NOTHING: frozenset[str] = frozenset()
REMEMBERED = 20_000
"""Related records kept decoded; the least recently made go first."""


class SnapshotView:
    """Implements `assay.derive.View` over the index of a snapshot."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._index = Index(Path(plan.snapshot), Path(plan.index))
        self._derivations = derivations(plan.packs, plan.schemas)
        self._references = {kind: self._aliased(references(described)) for kind, described in plan.schemas.items()}
        self._valid = {kind: schema.checker(described) for kind, described in plan.schemas.items()}
        self._records: dict[tuple[str, str], Derived | None] = {}
        self._resolve = functools.lru_cache(REMEMBERED)(self._index.resolve)
        self._aliases = functools.lru_cache(REMEMBERED)(self._index.aliases)
        self._linked = functools.lru_cache(REMEMBERED)(self._index.linked)
        self._ids = functools.lru_cache()(self._index.ids)
        self._made = functools.lru_cache()(self._derived_for)
        self._wanted = _wanted(plan)
        self._stale = frozenset(name for name, source in plan.sources.items() if source.stale)
        self._looked_up = links(plan, self._derivations)
        self.as_of = datetime.fromisoformat(plan.as_of)
        self.zone = ZoneInfo(plan.timezone)
        self.today = self.as_of.astimezone(self.zone).date()

    def close(self) -> None:
        """Close the index."""
        self._index.close()

    def get(self, kind: str, id: str) -> Derived | None:
        """Return the record of that id or alias."""
        key = (kind, id)
        if key not in self._records:
            line = self._index.find(kind, id)
            if line is None:
                found = self._resolve(id, (kind,))
                line = self._index.find(kind, found[0]) if len(found) == 1 else None
            self._remember(key, self.read(kind, line) if line else None)
        return self._records[key]

    def where(self, kind: str, field: str, value: str) -> Sequence[Derived]:
        """Return the records of a kind whose field is or holds the value, sorted by id.

        What refers to something may do so by an alias, so a reference counts for what it resolves to.
        """
        others = self._made(kind, field)
        derived = others.ids.get(value, NOTHING) if others else NOTHING
        if field not in self._references[kind]:
            return self._found(kind, sorted({*self._linked(kind, field, value), *derived}))
        names = (value, *self._aliases(value))
        ids = {id for name in names for id in self._linked(kind, field, name)}
        found = self._found(kind, sorted(ids | derived))
        return [record for record in found if field not in record or value in _listed(record[field])]

    def every(self, kind: str) -> Sequence[Derived]:
        """Return all records of a kind, sorted by id."""
        return self._found(kind, self._ids(kind))

    def ids(self, kind: str) -> list[str]:
        """Return the ids of all records of a kind, sorted."""
        return self._ids(kind)

    def complete(self, kind: str, field: str | None = None) -> bool:
        """Say whether the kind was read wholly, and every record of it states the field."""
        if field is not None and field not in self._looked_up.get(kind, ()):
            raise PackError(f"{kind}.{field} is looked up by a derivation that does not declare it under `uses`")
        if not self._plan.complete.get(kind, False) or field is None:
            return self._plan.complete.get(kind, False)
        others = self._made(kind, field)
        return not others.lacking if others else (kind, field) not in self._index.lacking

    def lacking(self, kind: str, field: str) -> Sequence[str]:
        """Return the ids of the records for which the field was to be derived, and could not be."""
        others = self._made(kind, field)
        return others.lacking if others else ()

    def data_as_of(self, record: Mapping[str, Any]) -> date:
        """Return the day of which the record's source speaks; of several the oldest."""
        sources = {record["source"], *record.get("source_of", {}).values()}
        return min(date.fromisoformat(self._plan.sources[name].data_as_of) for name in sources)

    def batch(self, kind: str, start: int, end: int) -> list[Derived]:
        """Return the resources that lie between two places of a kind's file, in order."""
        lines = self._index.slice(kind, start, end).split(b"\n")
        return [self.read(kind, line) for line in lines if line]

    def read(self, kind: str, line: bytes) -> Derived:
        """Decode one record, check it at the border, resolve what it refers to."""
        try:
            record = codec.decode(line)
        except ValueError as error:
            raise SnapshotError(f"{self._file(kind)}: holds what is no record: {error}") from None
        if not self._valid[kind](record):
            where, why = next(schema.mistakes(self._plan.schemas[kind], record))
            place = f"{self._file(kind)}: {record['id']}: {'.'.join(map(str, where)) or 'the record'}"
            raise SnapshotError(f"{place}: {why}")
        record.setdefault("unread", [])
        for name in (record["source"], *record.get("source_of", {}).values()):
            if name not in self._plan.sources:
                place = f"{self._plan.snapshot}: {kind} {record['id']}"
                raise SnapshotError(f"{place}: is of {name!r}, which is no source of the manifest")
        if self._stale:
            record = withdraw(record, self._stale)
        for name, kinds in self._references[kind].items():
            if name in record:
                record[name] = self._resolved(record[name], kinds)
        return Derived(record, self._derivations.get(kind, {}), self, self._wanted.get(kind, NOTHING))

    def _derived_for(self, kind: str, field: str) -> Made | None:
        """Return what is derived where the field is not stated; None where what is stated speaks for all."""
        derivation = self._derivations.get(kind, {}).get(field)
        if derivation is None or derivation.chosen_from or (kind, field) not in self._index.lacking:
            return None
        return made(self.every(kind), field)

    def _file(self, kind: str) -> str:
        return f"{self._plan.snapshot}/resources/{kind}.ndjson"

    def _found(self, kind: str, ids: Sequence[str]) -> list[Derived]:
        return [record for record in (self.get(kind, id) for id in ids) if record is not None]

    def _aliased(self, fields: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Keep the fields that may refer to something by an alias: where nothing has one, all is said by id."""
        aliased = self._index.aliased
        return {name: kinds for name, kinds in fields.items() if aliased and ("*" in kinds or aliased & {*kinds})}

    def _resolved(self, value: object, kinds: tuple[str, ...]) -> object:
        """Replace an alias by the id it stands for; what fits nothing, or two things, stays as it is."""
        if isinstance(value, list):
            return [self._resolved(item, kinds) for item in value]
        if not isinstance(value, str):
            return value
        found = self._resolve(value, kinds)
        return found[0] if len(found) == 1 else value

    def _remember(self, key: tuple[str, str], record: Derived | None) -> None:
        if len(self._records) >= REMEMBERED:
            for old in list(self._records)[: REMEMBERED // 2]:
                del self._records[old]
        self._records[key] = record


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def links(plan: Plan, made: Mapping[str, Derivations]) -> dict[str, dict[str, list[str]]]:
    """Return the fields, by kind, by which joins and derivations find records, each with those that speak for it."""
    wanted: dict[str, set[str]] = {}
    for check in plan.checks:
        for step in check.related:
            if step.of is not None:
                wanted.setdefault(step.kind, set()).add(step.of)
    for derivations_of_kind in made.values():
        for derivation in derivations_of_kind.values():
            for kind, name in derivation.uses:
                wanted.setdefault(kind, set()).add(name)
    return {kind: {name: _speaking(name, made.get(kind, {})) for name in sorted(wanted[kind])} for kind in wanted}


def _speaking(field: str, made: Derivations) -> list[str]:
    """Return a field, and the one that its value is chosen from where no source states it."""
    chosen_from = made[field].chosen_from if field in made else None
    return [field, chosen_from] if chosen_from else [field]


def _wanted(plan: Plan) -> dict[str, frozenset[str]]:
    """The facts of each kind that some check looks at; a derived one that none does is not made."""
    found: dict[str, set[str]] = {}
    for check in plan.checks:
        names = {*plan.reads.get(check.policy, ())}
        names |= {name for rule in check.severity_when for name, _ in rule.conditions}
        names |= {name for step in check.related for name in (step.by, step.value) if name}
        for kind in (check.kind, *(step.kind for step in check.related)):
            found.setdefault(kind, set()).update(names)
    return {kind: frozenset(names) for kind, names in found.items()}


def derivations(packs: Sequence[str], kinds: Mapping[str, Any]) -> dict[str, Derivations]:
    """Load the packs' derivations by kind; a later pack adds facts to an earlier one, and replaces none."""
    found: dict[str, Derivations] = {}
    for root in packs:
        pack = Pack.open(Path(root))
        for kind in kinds:
            if pack.has(f"collectors.derive.{kind}"):
                made = pack.module(f"collectors.derive.{kind}").DERIVED
                for name in found.get(kind, {}).keys() & made.keys():
                    raise PackError(f"{root}: the derived fact {kind}.{name} is that of an earlier pack")
                found[kind] = {**found.get(kind, {}), **made}
    return found
