"""Users as `identity_account`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from assay.collector import Output, Resource
from assay.derive import Missing

from ..identity import facts, kinds
from .groups import Groups, User
from .paging import Listing
from .people import People
from .values import Deviations, boolean, moment, several, text

_NO_TIME = Missing("unsupported", "SCIM keeps no time of disabling")
_UNKNOWN: Mapping[str, Missing] = {
    **facts.NEVER,
    "last_login_at": Missing("unsupported", "SCIM keeps no log-on"),
    "expires_at": Missing("unsupported", "SCIM keeps no expiry"),
    "has_password": Missing("unsupported", "SCIM never returns a password"),
}


@dataclass
class Accounts:
    """Writes the accounts of one source."""

    source: str
    zone: ZoneInfo
    groups: Groups
    people: People
    deviations: Deviations
    privileged_groups: Sequence[str]
    _waiting: list[tuple[Resource, str]] = field(default_factory=list)
    """Accounts of no person, with the manager: who that is, another account may tell."""
    _names: set[str] = field(default_factory=set)

    def write(self, listing: Listing, out: Output) -> int:
        """Write every account; returns how many there are."""
        for user in listing.items():
            account = self._account(user, out)
            if account.facts.get("kind") in kinds.OF_NO_PERSON:
                self._waiting.append((account, self.people.manager(user)))
            else:
                out.resource("identity_account", account)
        for account, manager in self._waiting:
            self.people.settle_owner(account, manager)
            out.resource("identity_account", account)
        return len(self._names)

    def _account(self, user: User, out: Output) -> Resource:
        identity = text(user["id"])
        name = text(user.get("username")) or identity
        called = name
        if name.casefold() in self._names:
            out.note(f"{name!r} is the userName of two accounts; that with the id {identity!r} goes by its id")
            called = identity
        self._names.add(called.casefold())
        if not several(user.get("schemas")):
            self.deviations.add("leaves out the schemas of a user")
        account = Resource(f"directory:{self.source}:account/{called}", name, aliases=[f"{self.source}:{identity}"])
        found, basis = self.people.of(user, name)
        facts.state(account, {**_UNKNOWN, "directory": "scim", **self._state(user), **self._membership(user)})
        facts.state(account, {"kind": found["kind"]}, basis)
        facts.state(account, {field: fact for field, fact in found.items() if field != "kind"})
        return account

    def _state(self, user: User) -> Mapping[str, object]:
        meta = user.get("meta")
        times = meta if isinstance(meta, Mapping) else {}
        created = moment(times.get("created"))
        enabled = boolean(user.get("active"), "active", self.deviations)
        found: dict[str, object] = {"enabled": enabled, "created_at": created}
        if isinstance(created, datetime):
            found["created_at"] = created.astimezone(self.zone).date().isoformat()
        if isinstance(enabled, Missing):
            return {**found, "disabled_at": enabled, "disabled_after": enabled}
        if enabled:
            return {**found, "disabled_at": "none", "disabled_after": "none"}
        # The last change of the account only bounds the moment from above.
        changed = moment(times.get("lastmodified"))
        latest = changed.astimezone(self.zone).isoformat() if isinstance(changed, datetime) else changed
        return {**found, "disabled_at": latest, "disabled_after": _NO_TIME}

    def _membership(self, user: User) -> Mapping[str, object]:
        groups = self.groups.of(user)
        if isinstance(groups, Missing):
            return dict.fromkeys(("groups", "group_ids", "privileged"), groups)
        ids = [f"directory:{self.source}:group/{group}" for group in groups]
        return {"groups": groups, "group_ids": ids, "privileged": self._privileged(groups)}

    def _privileged(self, groups: Sequence[str]) -> bool | Missing:
        if not self.privileged_groups:
            return Missing("not_in_source", "privileged_groups: name the groups with administrative rights")
        absent = set(self.privileged_groups) - set(self.groups.names.values())
        if not set(self.privileged_groups).isdisjoint(groups):
            return True
        return Missing("partial", f"the group {min(absent)} is not in sight") if absent else False
