"""Who has administrative rights: the members of certain groups, nested ones included."""

from __future__ import annotations

from collections.abc import Sequence

from assay.derive import Missing

from .directory import Entry
from .groups import Group, Groups
from .names import folded

#: Numbers of the groups that every domain of Active Directory brings along, with the rights of its administrators
#: or those to make oneself one: Domain, Schema and Enterprise Admins, Administrators, the operators.
ADMINISTRATORS = frozenset({512, 518, 519, 544, 548, 549, 551})
IN_CHAIN = "1.2.840.113556.1.4.1941"
_UNNAMED = Missing("not_in_source", "privileged_groups: name the groups with administrative rights")
_ESCAPES = str.maketrans({char: f"\\{ord(char):02x}" for char in "\\*()\0"})


class Privileges:
    """Answers for the accounts of one source."""

    def __init__(self, groups: Groups, named: Sequence[str]) -> None:
        self._groups = {group.dn for group in groups.known.values() if _is_privileged(group, groups, named)}
        self._members: set[str] = set()
        known = {name for group in groups.known.values() for name in (group.dn, group.name.casefold())}
        absent = [name for name in named if folded(name) not in known and name.casefold() not in known]
        self.missing = Missing("partial", f"the group {absent[0]} is not in sight") if absent else None
        if not self._groups:
            self.missing = self.missing or _UNNAMED
        if groups.dialect.chains:
            self._ask(groups)

    def of(self, entry: Entry, groups: list[Group] | Missing) -> object:
        """Return whether an account has administrative rights."""
        listed = [] if isinstance(groups, Missing) else groups
        if folded(entry.dn) in self._members or any(group.dn in self._groups for group in listed):
            return True
        if isinstance(groups, Missing):
            return groups
        return self.missing or False

    def _ask(self, groups: Groups) -> None:
        """Have the server resolve nested membership, which it does through groups that are not in sight too."""
        for dn in sorted(self._groups):
            what = f"(&{groups.dialect.accounts}(memberOf:{IN_CHAIN}:={dn.translate(_ESCAPES)}))"
            name = f"members of {groups.known[dn].name}"
            self._members |= {folded(entry.dn) for entry in groups.reader.find(name, what)}
            self.missing = self.missing or groups.reader.cuts.get(name)


def _is_privileged(group: Group, groups: Groups, named: Sequence[str]) -> bool:
    if named:
        return any(group.dn == folded(name) or group.name.casefold() == name.casefold() for name in named)
    return groups.dialect.active_directory and group.rid in ADMINISTRATORS
