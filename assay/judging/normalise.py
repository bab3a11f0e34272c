"""A record as policies see it: stale facts withdrawn, references resolved, derived facts made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assay.derive import Derivations, Missing, View
from assay.errors import AssayError, PackError
from assay.snapshot.record import ENGINE_KEYS

_making: list[tuple[Derived, str]] = []
"""The facts that are being made, outermost first; a process makes one at a time."""


class Derived(Mapping[str, Any]):
    """A record whose derived facts are made when they are looked at, each once.

    So derivations may look at each other's facts in any order. A derivation that looks at the very fact it
    makes finds it absent. A circle inside one record is an error of the pack; one that goes through several
    records lies in what they say, and leaves every fact of it unread.
    """

    def __init__(self, facts: dict[str, Any], derivations: Derivations, view: View, wanted: frozenset[str]) -> None:
        self._facts = facts
        self._wanted = wanted
        self._derivations = derivations
        self._tried: set[str] = set()
        """Names of the facts that were made here or could not be."""
        self._whole = False
        self._view = view
        self._missing: dict[str, Missing] = {}
        self.derived: set[str] = set()
        """Names of the facts that were made here."""

    def __getitem__(self, name: str) -> Any:
        if name not in self._facts:
            self._make(name)
        return self._facts[name]

    def __contains__(self, name: object) -> bool:
        if name not in self._facts and isinstance(name, str):
            self._make(name)
        return name in self._facts

    def get(self, name: str, default: Any = None) -> Any:
        """Return a fact, or the default; unlike that of a mapping it raises nothing on the way."""
        if name not in self._facts:
            self._make(name)
        return self._facts.get(name, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self.whole())

    def __len__(self) -> int:
        return len(self.whole())

    def whole(self) -> dict[str, Any]:
        """Return the record with every wanted fact made, what could not be made listed in `unread`."""
        if self._whole:
            return self._facts
        self._whole = True
        for name in self._derivations:
            if name in self._wanted and name not in self._facts:
                self._make(name)
        if self._missing:
            listed = {item["field"] for item in self._facts["unread"]}
            more = [_unread(name, why) for name, why in self._missing.items() if name not in listed]
            self._facts["unread"] = sorted(self._facts["unread"] + more, key=lambda item: str(item["field"]))
            self._missing.clear()
        return self._facts

    def _make(self, name: str) -> None:
        if name not in self._derivations or name in self._tried or (_making and self._circle(name)):
            return
        circle = None
        _making.append((self, name))
        try:
            made = self._derivations[name].make(self, self._view)
        except _CircleFound as found:
            made, circle = Missing("corrupt"), found
        except (ValueError, OverflowError):
            # A date such as 2026-02-30 has the form of one and is none.
            made = Missing("corrupt")
        except AssayError:
            raise
        except Exception:
            # A derivation of any pack may fail in any way: its fact is unknown, the others stand.
            made = Missing("policy_error")
        finally:
            _making.pop()
        self._settle(name, made)
        if circle is not None and not circle.ends(self, name):
            raise circle

    def _circle(self, name: str) -> bool:
        """Say whether a fact is the one being made; raises where it is one further out."""
        places = [place for place, (record, made) in enumerate(_making) if record is self and made == name]
        if not places or places[-1] == len(_making) - 1:
            return bool(places)
        if all(record is self for record, _ in _making[places[-1] :]):
            raise PackError(f"the derived fact {name} of {self._facts['id']} needs itself")
        raise _CircleFound(self, name)

    def _settle(self, name: str, made: object) -> None:
        self._tried.add(name)
        if isinstance(made, Missing):
            self._missing[name] = made
        else:
            self._facts[name] = made
            self.derived.add(name)


class _CircleFound(Exception):
    """A fact that is being made is wanted again on the way to it, through other records."""

    def __init__(self, record: Derived, name: str) -> None:
        super().__init__(name)
        self._record, self._name = record, name

    def ends(self, record: Derived, name: str) -> bool:
        """Say whether the circle closes at this fact."""
        return record is self._record and name == self._name


def withdraw(record: dict[str, Any], stale: frozenset[str]) -> dict[str, Any]:
    """Return the record without the facts of stale sources, each unread: they are older than `max_age` allows."""
    source_of = record.get("source_of", {})
    gone = {name for name in record.keys() - ENGINE_KEYS if source_of.get(name, record["source"]) in stale}
    kept = {name: value for name, value in record.items() if name not in gone}
    listed = {item["field"]: item for item in record["unread"]}
    listed |= {name: {"field": name, "reason": "stale"} for name in gone}
    return kept | {"unread": [listed[name] for name in sorted(listed)]}


def references(schema: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the fields of a kind that refer to other resources, with the kinds that they may refer to."""
    return {name: tuple(field["x-ref"]) for name, field in schema["properties"].items() if "x-ref" in field}


def _unread(name: str, why: Missing) -> dict[str, str]:
    return {"field": name, "reason": why.reason} | ({"operation": why.operation} if why.operation else {})
