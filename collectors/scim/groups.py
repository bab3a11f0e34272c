"""Groups and who is in them, nested ones resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assay.derive import Missing

from ..identity import nesting
from .paging import Listing
from .values import several, text

User = Mapping[str, Any]


@dataclass
class Groups:
    """The groups of one source, by their ids."""

    names: dict[str, str] = field(default_factory=dict)
    missing: Missing | None = None
    """Why nobody's groups are known wholly."""
    _above: dict[str, set[str]] = field(default_factory=dict)
    """Id of a user or group to the ids of the groups that list it."""
    _listing: bool = False
    """Some group lists its members."""

    def of(self, user: User) -> list[str] | Missing:
        """Return the names of the groups that an account is in, directly and through others."""
        own = [item for item in several(user.get("groups")) if isinstance(item, Mapping)]
        for item in own:
            self.names.setdefault(text(item.get("value")), text(item.get("display")) or text(item.get("value")))
        if self.missing:
            return self.missing
        if self.names and not self._listing and not own:
            return Missing("not_in_source", "no group lists its members")
        start = [*self._above.get(text(user.get("id")), ()), *(text(item.get("value")) for item in own)]
        return sorted({self.names[group] for group in nesting.reached(start, self._groups_above)})

    def take(self, group: Mapping[str, Any]) -> None:
        """Take in a group that was read."""
        identity = text(group.get("id"))
        self.names[identity] = text(group.get("displayname")) or identity
        for member in several(group.get("members")):
            value = text(member.get("value")) if isinstance(member, Mapping) else text(member)
            self._above.setdefault(value, set()).add(identity)
            self._listing = True

    def _groups_above(self, group: str) -> set[str]:
        return self._above.get(group, set())


def read(listing: Listing) -> Groups:
    """Read all groups."""
    groups = Groups()
    for group in listing.items():
        groups.take(group)
    if listing.broken:
        reason, code = listing.broken
        groups.missing = Missing(reason, f"Groups: {code}")
    return groups
