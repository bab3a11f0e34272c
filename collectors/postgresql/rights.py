"""The auditor's own rights: it does not run as a role that could change what it audits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assay.collector import CollectorFailed

from .facts import Row, Unread
from .session import Session
from .statements import OWN_RIGHTS

#: Attributes and built-in roles with which a mistake of ours could write: refused.
REFUSED_ATTRIBUTES = {"superuser": "SUPERUSER", "create_role": "CREATEROLE"}
REFUSED_ROLES = ("pg_write_", "pg_execute_server_program")

#: More than reading needs, but no danger to the server: `assay doctor` tells of them.
NEEDLESS_ATTRIBUTES = {
    "create_db": "CREATEDB",
    "replication": "REPLICATION",
    "bypass_row_security": "BYPASSRLS",
}
NEEDLESS_ROLES = ("pg_read_server_files", "pg_signal_backend", "pg_maintain", "pg_checkpoint")


def refuse_excess(session: Session, *, allowed: bool) -> list[str]:
    """Return the rights in excess; raises `CollectorFailed` where the source does not allow any."""
    rows = session.read(OWN_RIGHTS)
    if isinstance(rows, Unread):
        raise CollectorFailed(rows.reason, f"the auditor's own rights could not be read; {rows.operation}")
    excess = list(refused(rows))
    if excess and not allowed:
        held = ", ".join(excess)
        raise CollectorFailed("unsupported", f"the role holds {held}; use one for reading alone, or set allow_excess")
    return excess


def refused(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the rights with which the collector does not run."""
    yield from _held(rows, REFUSED_ATTRIBUTES, REFUSED_ROLES)


def needless(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the rights that reading does not need."""
    yield from _held(rows, NEEDLESS_ATTRIBUTES, NEEDLESS_ROLES)


def _held(rows: Sequence[Row], attributes: dict[str, str], roles: tuple[str, ...]) -> Iterator[str]:
    yield from (word for name, word in attributes.items() if any(row[name] for row in rows))
    yield from sorted(row["name"] for row in rows if row["name"].startswith(roles))
