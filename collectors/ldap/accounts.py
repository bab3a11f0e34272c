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
from .groups import Group, Groups
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
        wanted = [*own.names, "cn", "objectClass", "memberOf", *own.log_ons, own.created, own.changed]
        return list(dict.fromkeys([*wanted, *own.expiries, *own.more, *own.password_set, *self.people.attributes]))

    def _write(self, entry: Entry, out: Output) -> None:
        name = next((text for name in self.dialect.names if (text := entry.text(name))), entry.dn)
        account = Resource(names.account(self.source, self._called(entry, name, out)), name, aliases=[entry.dn])
        groups, states = self.groups.of(entry, name), self.states.of(entry)
        state(account, {**NEVER, "directory": "ldap", **states, **self._membership(groups)})
        state(account, {"privileged": self.privileges.of(entry, groups), "has_password": self._has_password(entry)})
        people, basis = self.people.of(entry, name)
        state(account, {"kind": people["kind"]}, basis)
        state(account, {field: fact for field, fact in people.items() if field != "kind"})
        out.resource("identity_account", account)
        if self.passwords:
            self._write_password(entry, account, states, out)

    def _called(self, entry: Entry, name: str, out: Output) -> str:
        """Return what an account is called: by its name, unless another one has it already."""
        called = name
        if name.casefold() in self._seen:
            out.note(f"{entry.dn}: another account is called {name!r} too; this one goes by its DN")
            called = names.folded(entry.dn)
        self._seen.add(called.casefold())
        return called

    def _membership(self, groups: list[Group] | Missing) -> Mapping[str, object]:
        if isinstance(groups, Missing):
            return {"groups": groups, "group_ids": groups}
        listed = sorted({group.name for group in groups})
        return {"groups": listed, "group_ids": [names.group(self.source, group) for group in listed]}

    def _has_password(self, entry: Entry) -> object:
        if not self.dialect.active_directory:
            shown = any(entry.text(name) for name in self.dialect.password_set)
            return True if shown else Missing("not_in_source", "the account does not show when its password was set")
        flags = entry.text("userAccountControl") or ""
        if not flags.isdigit():
            return Missing("denied", "userAccountControl")
        return not int(flags) & _SMART_CARD_ONLY

    def _write_password(self, entry: Entry, account: Resource, states: Mapping[str, object], out: Output) -> None:
        has_one = account.facts.get("has_password")
        if has_one:
            out.resource("credential", self._password(entry, account, states))
        elif has_one is None:
            out.incomplete("credential", *account.unread["has_password"])

    def _password(self, entry: Entry, account: Resource, states: Mapping[str, object]) -> Resource:
        resource = Resource(names.password(account.id), f"password of {account.name}")
        moments = [self._time(text) for name in self.dialect.password_set for text in entry.texts(name)]
        latest = max((moment for moment in moments if isinstance(moment, datetime)), default=None)
        unset = Missing("unsupported", "has to be changed at the next log-on, or the time is not shown")
        expiry = ticks(entry.text("msDS-UserPasswordExpiryTimeComputed") or "0")
        expired = isinstance(expiry, datetime) and expiry <= self.at
        state(
            resource,
            {
                "account_id": account.id,
                "kind": "password",
                "active": False if expired else states["enabled"],
                "created_at": Missing("unsupported", "the directory keeps no first password"),
                "last_rotated_at": day(latest, self.zone) if latest else unset,
                "last_used_at": states["last_login_at"],
                "value_source": "none",
            },
        )
        return resource

    def _time(self, text: str) -> datetime | Missing | None:
        return ticks(text) if self.dialect.active_directory else generalized(text)
