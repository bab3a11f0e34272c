"""Whether an account can be used, since when it cannot, and when it was last used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from assay.derive import Missing

from .dialects import AD_DISABLED, SHADOW, Dialect
from .directory import Entry
from .moments import day, generalized, instant, shadow_day, ticks
from .sight import Sight

Facts = Mapping[str, object]

_NO_TIME = Missing("unsupported", "the directory keeps no time of disabling")
_LOCKED = Missing("unsupported", "locked after failed log-ons; the password policy says whether for good")
_FOR_GOOD = "000001010000Z"
_EXPIRY: Mapping[str, Callable[[str], datetime | Missing | None]] = {"accountExpires": ticks, SHADOW: shadow_day}
"""How the end of an account is written, where not as a time of LDAP."""
_CLOSED_TO_UNIX = Missing("unsupported", f"{SHADOW} has passed, which closes the account to Unix; see shadow_expire")


@dataclass
class States:
    """Answers for the accounts of one source."""

    dialect: Dialect
    sight: Sight
    zone: ZoneInfo
    at: datetime
    recorded_since: datetime | None = None
    """The earliest log-on that any account shows."""
    disabled: set[str] = field(default_factory=set)
    enabled: set[str] = field(default_factory=set)

    def read(self) -> None:
        """Ask the server what it answers for all accounts at once."""
        if self.dialect.disabled:
            self.disabled = self.sight.fitting("disabled accounts", self.dialect.disabled)
            self.enabled = self.sight.fitting("enabled accounts", f"(!{self.dialect.disabled})")
        if not self.dialect.active_directory and self.sight.shown(*self.dialect.log_ons):
            self.recorded_since = self.sight.earliest(self.dialect.log_ons)

    def of(self, entry: Entry) -> Facts:
        """Return the facts on the state of an account."""
        created = self._moment(entry, self.dialect.created)
        ended = self._expiry(entry)
        return {
            **self._closing(entry, self._usable(entry), ended),
            "created_at": created if isinstance(created, Missing) else day(created, self.zone),
            "expires_at": day(ended, self.zone) if isinstance(ended, datetime) else ended,
            "last_login_at": self._last_login(entry, created),
        }

    def _closing(self, entry: Entry, usable: bool | Missing, ended: object) -> Facts:
        over = isinstance(ended, datetime) and ended <= self.at
        if usable is not False and over:
            moment = instant(ended, self.zone)  # type: ignore[arg-type]  # `over` says that it is a time
            return {"enabled": False, "disabled_at": moment, "disabled_after": moment}
        if isinstance(usable, Missing):
            return dict.fromkeys(("enabled", "disabled_at", "disabled_after"), usable)
        if usable:
            return {"enabled": True, "disabled_at": "none", "disabled_after": "none"}
        # The last change of the entry only bounds the moment from above, as its expiry does.
        bounds = [self._moment(entry, self.dialect.changed), ended if over else _NO_TIME]
        latest = min((bound for bound in bounds if isinstance(bound, datetime)), default=None)
        known = instant(latest, self.zone) if latest else bounds[0]
        return {"enabled": False, "disabled_at": known, "disabled_after": _NO_TIME}

    def _usable(self, entry: Entry) -> bool | Missing:
        """Return whether nobody has disabled the account."""
        flags = entry.text("userAccountControl")
        if entry.dn in self.disabled or (flags and flags.isdigit() and int(flags) & AD_DISABLED):
            return False
        if self.dialect.active_directory and not (flags and flags.isdigit()):
            # Every account has it, so one that does not show it withholds it.
            return Missing("denied", "userAccountControl")
        if self.dialect.disabled and entry.dn not in self.enabled:
            return Missing("not_in_source", f"the server answers neither {self.dialect.disabled} nor its negation")
        locked = entry.text("pwdAccountLockedTime")
        if locked and locked != _FOR_GOOD:
            return _LOCKED
        shadow = shadow_day(entry.text(SHADOW) or "-1")
        return _CLOSED_TO_UNIX if isinstance(shadow, datetime) and shadow <= self.at else True

    def _expiry(self, entry: Entry) -> datetime | Missing | str:
        """Return when an account expires, or "none"."""
        names = self.dialect.expiries
        ends = [_EXPIRY.get(name, generalized)(text) for name in names if (text := entry.text(name)) is not None]
        bad = [end for end in ends if isinstance(end, Missing)]
        if ends:
            return bad[0] if bad else min((end for end in ends if isinstance(end, datetime)), default="none")
        return "none" if self.sight.shown(*names) else self.sight.unseen(*names)

    def _last_login(self, entry: Entry, created: datetime | Missing) -> object:
        texts = [text for name in self.dialect.log_ons for text in entry.texts(name)]
        times = [ticks(text) if self.dialect.active_directory else generalized(text) for text in texts]
        latest = max((moment for moment in times if isinstance(moment, datetime)), default=None)
        if latest:
            return instant(latest, self.zone)
        if any(isinstance(moment, Missing) for moment in times):
            return Missing("corrupt", ", ".join(self.dialect.log_ons))
        if not self.sight.shown(*self.dialect.log_ons):
            return self.sight.unseen(*self.dialect.log_ons)
        return "never" if self._always_recorded(created) else self._not_since()

    def _always_recorded(self, created: datetime | Missing) -> bool:
        """Say whether log-ons were recorded for as long as the account exists; Active Directory always does."""
        if self.dialect.active_directory:
            return True
        since = self.recorded_since
        return since is not None and isinstance(created, datetime) and created >= since

    def _not_since(self) -> Missing:
        since = f" since {day(self.recorded_since, self.zone)}" if self.recorded_since else ""
        return Missing("not_in_source", f"no log-on{since}; earlier ones were perhaps not recorded")

    def _moment(self, entry: Entry, name: str) -> datetime | Missing:
        text = entry.text(name)
        return generalized(text) if text else Missing("not_in_source", f"the account does not show {name}")
