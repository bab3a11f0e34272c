"""A record as policies see it: stale facts withdrawn, references resolved, derived facts made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assay.derive import Derivation, Derivations, Missing, View
from assay.errors import PackError
from assay.snapshot.record import ENGINE_KEYS

class Derived(Mapping[str, Any]):
    """A record whose derived facts are made when they are looked at, each once.

    So derivations may look at each other's facts in any order; only a true circle is an error. A derivation
    that looks at the very fact it makes finds it absent.
    """

    def __init__(
        self, facts: dict[str, Any], derivations: Derivations, view: View, wanted: frozenset[str]
    ) -> None:
        self._facts = facts
        self._wanted = wanted
        self._open = {name: derivation for name, derivation in derivations.items() if name not in facts}
        self._making: list[str] = []
        self._whole = False
        self._view = view
        self._missing: dict[str, Missing] = {}
        self.derived: set[str] = set()
        """Names of the facts that were made here."""

    def __getitem__(self, name: str) -> Any:
        if name in self._open:
            self._make(name)
        return self._facts[name]

    def __contains__(self, name: object) -> bool:
        if isinstance(name, str) and name in self._open:
            self._make(name)
        return name in self._facts

    def __iter__(self) -> Iterator[str]:
        return iter(self.whole())

    def __len__(self) -> int:
        return len(self.whole())

    def whole(self) -> dict[str, Any]:
        """Return the record with every wanted fact made, what could not be made listed in `unread`."""
        if self._whole:
            return self._facts
        self._whole = True
        for name in [name for name in self._open if name in self._wanted]:
            self._make(name)
        if self._missing:
            listed = {item["field"] for item in self._facts["unread"]}
            more = [_unread(name, why) for name, why in self._missing.items() if name not in listed]
            self._facts["unread"] = sorted(self._facts["unread"] + more, key=lambda item: str(item["field"]))
            self._missing.clear()
        return self._facts

    def _make(self, name: str) -> None:
        if name in self._making[-1:]:
            return
        if name in self._making:
            raise PackError(f"the derived fact {name} of {self._facts['id']} needs itself")
        if name not in self._open:
            return
        self._making.append(name)
        try:
            made = self._open[name].make(self, self._view)
        except (ValueError, OverflowError):
            # A date such as 2026-02-30 has the form of one and is none.
            made = Missing("corrupt")
        self._making.pop()
        del self._open[name]
        if isinstance(made, Missing):
            self._missing[name] = made
        else:
            self._facts[name] = made
            self.derived.add(name)


def withdraw(record: dict[str, Any]) -> dict[str, Any]:
    """Return the record without its facts, each unread as `stale`: they are older than `max_age` allows."""
    kept = {name: value for name, value in record.items() if name in ENGINE_KEYS}
    listed = {item["field"]: item for item in record["unread"]}
    for name in record.keys() - ENGINE_KEYS:
        listed[name] = {"field": name, "reason": "stale"}
    return kept | {"unread": [listed[name] for name in sorted(listed)]}


def references(schema: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the fields of a kind that refer to other resources, with the kinds that they may refer to."""
    return {name: tuple(field["x-ref"]) for name, field in schema["properties"].items() if "x-ref" in field}


def _unread(name: str, why: Missing) -> dict[str, str]:
    return {"field": name, "reason": why.reason} | ({"operation": why.operation} if why.operation else {})
