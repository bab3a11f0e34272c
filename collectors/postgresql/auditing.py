"""What the server writes down of what its users do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .facts import Row, Unread, need
from .settings import Settings

#: Class of pgaudit to ours; its other classes (function, misc, misc_set) have no counterpart.
PGAUDIT = {"read": {"select"}, "write": {"dml"}, "ddl": {"ddl"}, "role": {"role"}}
PGAUDIT_ALL = frozenset({"select", "dml", "ddl", "role"})

#: PostgreSQL counts GRANT, REVOKE and CREATE ROLE among the statements of `ddl`.
LOG_STATEMENT = {
    "none": frozenset[str](),
    "ddl": frozenset({"ddl", "role"}),
    "mod": frozenset({"ddl", "role", "dml"}),
    "all": PGAUDIT_ALL,
}

#: Above this level the server drops what logging and pgaudit write.
MUTE_LEVELS = frozenset({"fatal", "panic"})

NAMES = ("log_destination", "log_min_messages", "log_connections", "log_statement", "pgaudit.log")


def scope(settings: Settings, overrides: Sequence[Row] | Unread) -> list[str]:
    """Return the classes of statements that are recorded for every role in every database.

    Raises `UnreadError` where a setting or an override could not be read.
    """
    values = {name: settings.get(name) or "" for name in NAMES}
    recorded = _scope(values)
    for override in need(overrides):
        # A role or database for which less is recorded lowers what can be said of the server.
        recorded &= _scope(values | {override["name"]: override["setting"]})
    return sorted(recorded)


def _scope(values: Mapping[str, str]) -> set[str]:
    if not values["log_destination"].strip() or values["log_min_messages"] in MUTE_LEVELS:
        return set()
    recorded = set(LOG_STATEMENT.get(values["log_statement"], ())) | _pgaudit(values["pgaudit.log"])
    return recorded | ({"connect"} if _records_logins(values["log_connections"]) else set())


def _pgaudit(value: str) -> set[str]:
    """Read `read, ddl` or `all, -misc`; the words count in the order in which they stand."""
    recorded: set[str] = set()
    for word in value.lower().replace(" ", "").split(","):
        name = word.removeprefix("-")
        named = set(PGAUDIT_ALL) if name == "all" else PGAUDIT.get(name, set())
        recorded = recorded - named if word.startswith("-") else recorded | named
    return recorded


def _records_logins(value: str) -> bool:
    """Read `on`, or from version 18 a list of aspects, of which `receipt` alone names nobody."""
    words = set(value.lower().replace(" ", "").split(","))
    return not words.isdisjoint({"on", "true", "yes", "1", "all", "authentication", "authorization"})
