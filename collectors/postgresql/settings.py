"""Settings of the server, with an eye for those that are hidden rather than absent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .facts import Row, Unread, need
from .permissions import READ_SETTINGS

#: Shown to superusers and members of pg_read_all_settings alone: where it is missing, others may be too.
CANARY = "data_directory"

#: Sources of a value that holds for this session and not for the server.
OF_THE_SESSION = frozenset({"client", "database", "database user", "global", "session", "user"})


@dataclass(frozen=True)
class Settings:
    """Values by name."""

    values: Mapping[str, str | Unread]
    lacking: Unread | None
    """Why a setting that is not in `values` may exist nevertheless; None where all were shown."""

    @classmethod
    def of(cls, rows: list[Row] | Unread) -> Settings:
        """Take what pg_settings showed; a role without the right is shown fewer rows, and no error."""
        if isinstance(rows, Unread):
            return cls({}, rows)
        values = {row["name"]: _value(row) for row in rows}
        hidden = Unread("denied", READ_SETTINGS.grant) if CANARY not in values else None
        return cls(values, hidden)

    def get(self, name: str) -> str | None:
        """Return a value, or None where the server has no such setting; raises `UnreadError`."""
        value = self.values.get(name, self.lacking)
        return None if value is None else need(value)

    def number(self, name: str) -> int:
        """Return a number, 0 where the server has no such setting; raises `UnreadError`."""
        return int(self.get(name) or 0)

    def libraries(self) -> frozenset[str]:
        """Return the names of the modules that every session has loaded; raises `UnreadError`."""
        listed = self.get("shared_preload_libraries") or ""
        names = (item.strip().strip('"') for item in listed.split(","))
        return frozenset(name.rpartition("/")[2].removesuffix(".so") for name in names if name)


def _value(row: Row) -> str | Unread:
    if row["source"] in OF_THE_SESSION:
        return Unread("partial", f"{row['name']} of the server: the auditor's role or database has its own")
    return str(row["setting"])
