"""Which databases are read, and which are not and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .facts import Unread
from .permissions import CONNECT
from .server import Server

#: Kept by providers for themselves; no customer may connect to them.
PROVIDER_DATABASES = frozenset(
    {
        *("rdsadmin", "cloudsqladmin", "alloydbadmin", "alloydbmetadata"),
        *("azure_maintenance", "azure_sys"),
    }
)


def scope(server: Server, options: Mapping[str, Any], start: str) -> tuple[Sequence[str], Mapping[str, Unread]]:
    """Return the databases to read, and why each of the others is left out, by name.

    `start` is the database that was connected to, in case that the list could not be read.
    """
    if isinstance(server.databases, Unread):
        return options.get("databases", [start]), {"*": server.databases}
    allowed = {row["name"]: row["allowed"] for row in server.databases if row["name"] not in PROVIDER_DATABASES}
    wanted: Sequence[str] = options.get("databases", sorted(allowed))
    left_out = {
        name: Unread("partial", f"databases: {name} is not among those to read")
        for name in sorted(allowed.keys() - set(wanted))
    }
    denied = {
        name: Unread("denied", CONNECT.grant.format(database=name)) for name in wanted if not allowed.get(name, True)
    }
    return [name for name in wanted if name not in denied], left_out | denied
