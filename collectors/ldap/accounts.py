"""Entries as `identity_account`, and their passwords as `credential`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from assay.collector import Output, Resource
from assay.derive import Missing

from ..identity.facts import NEVER, state
from . import names
from .dialects import Dialect
from .directory import Entry
from .groups import Groups
from .moments import day, generalized, ticks
from .people import People
from .privileges import Privileges
from .reader import Reader
from .sight import Sight
from .states import States

READ = "accounts"
_SMART_CARD_ONLY = 0x40000


@dataclass
class Accounts:
    """Writes the accounts of one source."""

    source: str
    zone: ZoneInfo
    at: datetime
    dialect: Dialect
    reader: Reader
    sight: Sight
    states: States
    groups: Groups
    privileges: Privileges
    people: People
    passwords: bool
    """Every account shows when its password was set, so that all passwords are in sight."""
    _seen: set[str] = field(default_factory=set)

    def write(self, out: Output) -> int:
        """Write every account; returns how many there are."""
        for entry in self.reader.find(READ, self.dialect.accounts, self._attributes()):
            self._write(entry, out)
        return len(self._seen)

    def _attributes(self) -> list[str]:
        own = self.dialect
        wanted = [*own.names, "cn", "objectClass", "memberOf", *own.log_ons, own.created, own.changed, *own.more]
        return list(dict.fromkeys([*wanted, *own.password_set, *self.people.attributes]))

    def _write(self, entry: Entry, out: Output) -> None:
        name = next((text for name in self.dialect.names if (text := entry.text(name))), entry.dn)
        called = name
        if name.casefold() in self._seen:
            out.note(f"{entry.dn}: another account is called {name!r} too; this one goes by its DN")
            called = names.folded(entry.dn)
        self._seen.add(called.casefold())
        resource = Resource(names.account(self.source, called), name, aliases=[entry.dn])
        groups = self.groups.of(entry, name)
        facts, basis = self.people.of(entry, name)
        states = self.states.of(entry)
        state(resource, NEVER)
        state(resource, {"directory": "ldap", **states, "privileged": self.privileges.of(entry, groups)})
        state(resource, {"has_password": self._has_password(entry)})
        if isinstance(groups, Missing):
            state(resource, {"groups": groups, "group_ids": groups})
        else:
            listed = sorted({group.name for group in groups})
            ids = [names.group(self.source, group) for group in listed]
            state(resource, {"groups": listed, "group_ids": ids})
        state(resource, {"kind": facts["kind"]}, basis)
        state(resource, {name: fact for name, fact in facts.items() if name != "kind"})
        out.resource("identity_account", resource)
        if self.passwords and resource.facts.get("has_password"):
            out.resource("credential", self._password(entry, resource, states))

    def _has_password(self, entry: Entry) -> object:
        if not self.dialect.active_directory:
            shown = any(entry.text(name) for name in self.dialect.password_set)
            return True if shown else Missing("not_in_source", "the account does not show when its password was set")
        flags = entry.text("userAccountControl") or ""
        if not flags.isdigit():
            return Missing("denied", "userAccountControl")
        return not int(flags) & _SMART_CARD_ONLY

    def _password(self, entry: Entry, account: Resource, states: Mapping[str, object]) -> Resource:
        resource = Resource(names.password(account.id), f"password of {account.name}")
        moments = [self._time(text) for name in self.dialect.password_set for text in entry.texts(name)]
        latest = max((moment for moment in moments if isinstance(moment, datetime)), default=None)
        unset = Missing("unsupported", "has to be changed at the next log-on, or the time is not shown")
        state(
            resource,
            {
                "account_id": account.id,
                "kind": "password",
                "active": self._active(entry, states["enabled"]),
                "created_at": Missing("unsupported", "the directory keeps no first password"),
                "last_rotated_at": day(latest, self.zone) if latest else unset,
                "last_used_at": states["last_login_at"],
                "value_source": "none",
            },
        )
        return resource

    def _active(self, entry: Entry, enabled: object) -> object:
        """Return whether the password opens the account; one that has expired does not."""
        expiry = ticks(entry.text("msDS-UserPasswordExpiryTimeComputed") or "0")
        return enabled is True and expiry <= self.at and False if isinstance(expiry, datetime) else enabled

    def _time(self, text: str) -> datetime | Missing | None:
        return ticks(text) if self.dialect.active_directory else generalized(text)
