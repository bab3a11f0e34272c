"""The person behind an account, who answers for it, and of what kind it is: by attributes that the user may choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assay.derive import Missing

from ..identity import facts, kinds, persons
from .directory import Entry
from .groups import rid
from .names import folded
from .options import MAILS, NUMBERS, OWNERS
from .reader import Reader

_MANAGED = frozenset(f"msds-{sort}managedserviceaccount" for sort in ("", "group", "delegated"))
#: Accounts that every domain of Active Directory brings along: Administrator, Guest, krbtgt.
_BUILT_IN = {500: "root", 501: "service", 502: "service"}
_NO_KIND = Missing("not_in_source", "no employee number and no line of kinds: tells what it is")


class People:
    """Answers for the accounts of one source."""

    def __init__(self, reader: Reader, options: Mapping[str, Any]) -> None:
        self._reader = reader
        self._numbers = options.get("numbers", NUMBERS)
        self._mails = options.get("mails", MAILS)
        self._owners = options.get("owners", OWNERS)
        self._complete = bool(options.get("complete", False))
        self._loose = options.get("loose", ())
        self._lines = [_folded(line) for line in options.get("kinds", ())]
        self._known: dict[str, list[str]] = {}

    @property
    def attributes(self) -> list[str]:
        """The attributes that are looked at."""
        return [*self._numbers, *self._mails, *self._owners]

    def of(self, entry: Entry, name: str) -> tuple[Mapping[str, object], str]:
        """Return the facts on person, owner and kind, and the basis of the kind."""
        keys = self._keys(entry)
        kind, basis = self._kind(entry, name)
        looked_at = ", ".join([*self._numbers, *self._mails])
        found = facts.of_person(keys, kind, complete=self._complete, looked_at=looked_at)
        if kind in kinds.OF_NO_PERSON:
            owners = facts.of_owner(self._owner(entry), complete=self._complete, looked_at=", ".join(self._owners))
        else:
            owners = {"owner_staff_id": Missing("not_in_source", "kept in a register")}
        return {**found, **owners, "kind": kind}, basis

    def _keys(self, entry: Entry) -> list[str]:
        return persons.keys(
            (text for name in self._numbers for text in entry.texts(name)),
            (_address(text) for name in self._mails for text in _primary_first(entry.texts(name))),
            self._loose,
        )

    def _kind(self, entry: Entry, name: str) -> tuple[object, str]:
        declared = kinds.declared(self._lines, name=[name], under=_places(entry.dn))
        if declared is not None:
            return declared, "declared"
        if not _MANAGED.isdisjoint(text.casefold() for text in entry.texts("objectClass")):
            return "service", "observed"
        built_in = _BUILT_IN.get(rid(entry))
        if built_in is not None:
            return built_in, "observed"
        numbered = any(text.strip() for attribute in self._numbers for text in entry.texts(attribute))
        return ("human" if numbered else _NO_KIND), "observed"

    def _owner(self, entry: Entry) -> list[str]:
        """Return how the first owner is named that is a person in sight."""
        for attribute in self._owners:
            for dn in entry.texts(attribute):
                if folded(dn) not in self._known:
                    found = self._reader.one("owner by name", dn, [*self._numbers, *self._mails])
                    self._known[folded(dn)] = self._keys(found) if found else []
                if self._known[folded(dn)]:
                    return self._known[folded(dn)]
        return []


def _folded(line: Mapping[str, str]) -> Mapping[str, str]:
    return {**line, "under": folded(line["under"])} if "under" in line else line


def _places(dn: str) -> Iterator[str]:
    """Yield the entries above one, and itself."""
    rest = folded(dn)
    while rest:
        yield rest
        rest = rest.partition(",")[2]


def _primary_first(addresses: Sequence[str]) -> list[str]:
    """Put the primary of several addresses first, as Exchange writes it: with SMTP in capitals."""
    return sorted(addresses, key=lambda address: not address.startswith("SMTP:"))


def _address(text: str) -> str:
    """Return the address of `smtp:zhang@example.cn`; of another protocol, nothing."""
    protocol, colon, address = text.partition(":")
    if not colon:
        return text
    return address if protocol.casefold() == "smtp" else ""
