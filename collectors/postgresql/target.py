"""Where to connect, and how: the options of a source as libpq takes them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from assay.collector import CollectorFailed, Source

from .options import CONNECT_SECONDS, STATEMENT_SECONDS

#: Set when the session starts, so that no statement can write, nor mean anything but what it says.
SESSION = {
    "default_transaction_read_only": "on",
    "search_path": "pg_catalog",
    "row_security": "off",  # a filtered answer would look like a whole one: better an error
    "standard_conforming_strings": "on",
}
LOCK_SECONDS = 5
IDLE_SECONDS = 60

#: Modes that do not prove who the server is.
UNVERIFIED = frozenset({"disable", "allow", "prefer", "require", "verify-ca"})


@dataclass(frozen=True)
class Target:
    """One server, reached as one role."""

    source: str
    seconds: int
    """Time limit of one statement."""
    parameters: Mapping[str, Any] = field(repr=False)
    """Of libpq; holds the password."""

    @property
    def database(self) -> str:
        """The database to start from."""
        return str(self.parameters["dbname"])

    @property
    def sslmode(self) -> str:
        """How the server is asked for TLS."""
        return str(self.parameters["sslmode"])

    @property
    def unverified(self) -> bool:
        """Say whether the server does not have to prove who it is, though it is reached over a network."""
        host = str(self.parameters.get("host") or os.environ.get("PGHOST") or "/")
        return self.sslmode in UNVERIFIED and not host.startswith("/")

    def limited_to(self, seconds: int) -> Target:
        """Return the same target with another time limit."""
        return replace(self, seconds=seconds)

    def connection(self, database: str) -> dict[str, Any]:
        """Return what libpq needs for one of its databases."""
        milliseconds = {
            "statement_timeout": self.seconds * 1000,
            "lock_timeout": min(LOCK_SECONDS, self.seconds) * 1000,
            "idle_in_transaction_session_timeout": (IDLE_SECONDS + self.seconds) * 1000,
        }
        given = str(self.parameters.get("options") or "")
        ours = " ".join(f"-c {name}={value}" for name, value in {**SESSION, **milliseconds}.items())
        return {**self.parameters, "dbname": database, "options": f"{given} {ours}".strip()}


def target_of(source: Source) -> Target:
    """Read the options of a source; raises `CollectorFailed` where the dsn is none."""
    options = source.options
    try:
        given = _parse(str(options["dsn"]))
    except ImportError:
        raise CollectorFailed("unsupported", "needs psycopg; pip install 'assay[db]'") from None
    if given is None:
        # What libpq says of a badly written dsn may quote a part of the password.
        raise CollectorFailed("unsupported", "dsn is neither a URL nor `key=value` pairs")
    databases = options.get("databases") or ["postgres"]
    defaults = {
        "dbname": databases[0],
        "connect_timeout": options.get("connect_timeout", CONNECT_SECONDS),
        "sslmode": options.get("sslmode", "verify-full"),
        "application_name": "assay",
        **_root_certificate(source),
    }
    seconds = int(options.get("statement_timeout", STATEMENT_SECONDS))
    return Target(source.name, seconds, {**defaults, **given, "client_encoding": "UTF8"})


def _parse(dsn: str) -> dict[str, Any] | None:
    from psycopg import Error
    from psycopg.conninfo import conninfo_to_dict

    try:
        return dict(conninfo_to_dict(dsn))
    except Error:
        return None


def _root_certificate(source: Source) -> dict[str, str]:
    if "sslrootcert" not in source.options:
        return {}
    named = str(source.options["sslrootcert"])
    return {"sslrootcert": named if named == "system" else str(source.path("sslrootcert"))}
