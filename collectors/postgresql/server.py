"""What is read once for the whole server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address

from .access_rules import Rule, live_rules
from .facts import Row, Unread, attempt, need
from .ids import Ids
from .memberships import Memberships
from .session import Session
from .settings import Settings
from .statements import (
    ACCESS_RULES,
    AUDIT_OVERRIDES,
    DATABASES,
    MEMBERSHIPS,
    PASSWORDS,
    ROLES,
    SERVER,
    SETTING_FAMILIES,
    SETTINGS,
)

PUBLIC = 0
"""The oid that stands for everybody."""


@dataclass(frozen=True)
class Role:
    """One role and its own attributes."""

    oid: int
    name: str
    superuser: bool
    create_role: bool
    bypass_row_security: bool
    can_login: bool
    valid_until: int | None
    """Seconds since 1970, or None for ever."""


@dataclass(frozen=True)
class Server:
    """One server, as far as the role is shown it."""

    ids: Ids
    address: str
    """Host and port; nothing for a local socket."""
    local: bool
    """It was reached over a socket or loopback."""
    about: Row | Unread
    settings: Settings
    families: frozenset[str] | Unread
    overrides: Sequence[Row] | Unread
    rules: Sequence[Rule] | Unread
    roles: Sequence[Role] | Unread
    memberships: Memberships | Unread
    passwords: Mapping[str, str] | Unread
    databases: Sequence[Row] | Unread


def read_server(session: Session) -> Server:
    """Read all that does not depend on the database."""
    about = session.read(SERVER)
    families = session.read(SETTING_FAMILIES)
    passwords = session.read(PASSWORDS)
    return Server(
        Ids(session.target.source),
        *_address(session),
        about if isinstance(about, Unread) else about[0],
        Settings.of(session.read(SETTINGS)),
        families if isinstance(families, Unread) else frozenset(row["family"] for row in families),
        session.read(AUDIT_OVERRIDES),
        _rules(session.read(ACCESS_RULES)),
        _roles(session.read(ROLES)),
        _memberships(session.read(MEMBERSHIPS)),
        passwords if isinstance(passwords, Unread) else {row["name"]: row["method"] for row in passwords},
        session.read(DATABASES),
    )


def _address(session: Session) -> tuple[str, bool]:
    info = session.connection.info
    if info.host.startswith("/"):
        return "", True
    return f"{info.host}:{info.port}", ip_address(info.hostaddr).is_loopback


def _rules(rows: list[Row] | Unread) -> list[Rule] | Unread:
    return attempt(lambda: live_rules(need(rows)))


def _roles(rows: list[Row] | Unread) -> list[Role] | Unread:
    return attempt(lambda: [Role(**row) for row in need(rows)])


def _memberships(rows: list[Row] | Unread) -> Memberships | Unread:
    return attempt(lambda: Memberships.of(need(rows)))
