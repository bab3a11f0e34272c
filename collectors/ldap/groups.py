"""Groups and who is in them, nested ones resolved; a circle of groups ends where it began."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assay.derive import Missing

from ..identity import nesting
from .dialects import Dialect
from .directory import Entry
from .names import folded
from .reader import Reader

_ATTRIBUTES = "member uniqueMember memberUid memberOf memberURL gidNumber objectSid".split()
_READ = "groups"


@dataclass(frozen=True)
class Group:
    """One group."""

    dn: str
    """In one spelling."""
    name: str
    parents: Sequence[str]
    """The groups that it says to be in."""
    rid: int = 0
    """Its number within a domain of Active Directory."""


@dataclass
class Groups:
    """The groups of one source."""

    reader: Reader
    dialect: Dialect
    known: dict[str, Group] = field(default_factory=dict)
    missing: Missing | None = None
    """Why nobody's groups are known."""
    _by_sid: dict[bytes, str] = field(default_factory=dict)
    """SID to the DN of the group; empty where it was looked for and is not in sight."""
    _holding: dict[str, set[str]] = field(default_factory=dict)
    """Member, by DN or `uid=NAME` or `gid=NUMBER`, to the DNs of the groups that list it."""

    def of(self, entry: Entry, name: str) -> list[Group] | Missing:
        """Return the groups that an account is in, directly and through others."""
        if self.missing:
            return self.missing
        first = self._first(entry)
        if isinstance(first, Missing):
            return first
        found = nesting.reached([*first, *self._direct(entry, name)], self._above)
        lost = sorted(found - self.known.keys())
        if lost:
            return Missing("partial", f"the group {lost[0]} is not in sight")
        return [self.known[dn] for dn in sorted(found)]

    def take(self, entry: Entry) -> Group:
        """Take in a group that was read."""
        dn = folded(entry.dn)
        name = next((text for name in self.dialect.names if (text := entry.text(name))), entry.dn)
        parents = [folded(parent) for parent in entry.texts("memberOf")]
        self.known[dn] = Group(dn, name, parents, rid(entry))
        self._by_sid |= dict.fromkeys(entry.values.get("objectsid", ()), dn)
        listed = [folded(member) for kind in ("member", "uniqueMember") for member in entry.texts(kind)]
        listed += [f"uid={user}" for user in entry.texts("memberUid")]
        listed += [f"gid={number}" for number in entry.texts("gidNumber")]
        for member in listed:
            self._holding.setdefault(member, set()).add(dn)
        if entry.values.get("memberurl"):
            self.missing = Missing("unsupported", f"the members of {name} are a search (memberURL)")
        return self.known[dn]

    def _direct(self, entry: Entry, name: str) -> Iterable[str]:
        yield from self._holding.get(folded(entry.dn), ())
        yield from self._holding.get(f"uid={name}", ())
        yield from (dn for number in entry.texts("gidNumber") for dn in self._holding.get(f"gid={number}", ()))
        yield from (folded(parent) for parent in entry.texts("memberOf"))

    def _first(self, entry: Entry) -> list[str] | Missing:
        """Return the primary group of an account of Active Directory, which lists it nowhere."""
        number, own = entry.text("primaryGroupID"), next(iter(entry.values.get("objectsid", ())), b"")
        if not number or not number.isdigit():
            return []
        if not own:
            return Missing("denied", "objectSid")
        sid = own[:-4] + int(number).to_bytes(8, "little")[:4]
        if sid not in self._by_sid:
            # It may lie outside the base, where it can be asked for by its SID alone.
            found = self.reader.one("primary group", f"<SID={sid.hex()}>", attributes(self.dialect))
            self._by_sid[sid] = self.take(found).dn if found else ""
        group = self._by_sid[sid]
        return [group] if group else Missing("partial", f"the primary group {number} is not in sight")

    def _above(self, dn: str) -> Iterable[str]:
        """Return the groups that a group is in; it is looked up by its name where it lies outside what was read."""
        if dn not in self.known:
            found = self.reader.one("group by name", dn, attributes(self.dialect))
            if found is None:
                return ()
            self.take(found)
        return [*self.known[dn].parents, *self._holding.get(dn, ())]


def attributes(dialect: Dialect) -> list[str]:
    """Return the attributes of groups that are asked for."""
    return [*dialect.names, *_ATTRIBUTES]


def read(reader: Reader, dialect: Dialect) -> Groups:
    """Read all groups below the base."""
    groups = Groups(reader, dialect)
    for entry in reader.find(_READ, dialect.groups, attributes(dialect)):
        groups.take(entry)
    if _READ in reader.cuts:
        groups.missing = reader.cuts[_READ]
    return groups


def rid(entry: Entry) -> int:
    """Return the last part of a SID, the number within the domain; 0 where there is none."""
    sids = entry.values.get("objectsid", ())
    return int.from_bytes(sids[0][-4:], "little") if sids else 0
