"""An invented company's database server, and an auditor with every right that reading it needs."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from assay.collector import Source
from collectors.postgresql import COLLECTOR
from collectors.postgresql.permissions import READ_ACCESS_RULES, READ_PASSWORD_METHODS, READ_SETTINGS

from .output import MemoryOutput, Record
from .postgres import Postgres

HERE = Path(__file__).parent
AUDITOR = "assay_auditor"
PASSWORD = "auditor-secret"
AT = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("Asia/Shanghai"))

#: Every made-up secret of the server holds one of these; none of them may ever leave it.
SECRETS = ("row-secret", PASSWORD, "王小明", "13800138000", "11010519491231002X", "203.0.113.9", "$2b$")


def build(server: Postgres) -> None:
    """Make the databases, and the auditor with every grant of the documentation."""
    server.sql(*(HERE / "crm_roles.sql").read_text("utf-8").split(";\n"))
    server.sql(*(HERE / "crm_tables.sql").read_text("utf-8").split(";\n"), database="crm")
    server.sql(f"CREATE ROLE {AUDITOR} LOGIN PASSWORD '{PASSWORD}'", READ_SETTINGS.grant)
    server.sql(READ_ACCESS_RULES.grant, READ_PASSWORD_METHODS.grant)


def source_of(options: dict[str, Any], folder: Path = HERE) -> Source:
    """Return a source as the engine would hand it over."""
    return Source("crm-db", "postgresql", options, folder, ZoneInfo("Asia/Shanghai"), AT, {})


def dsn(server: Postgres, user: str = AUDITOR, password: str = PASSWORD, **more: str) -> str:
    """Return how the collector reaches the server."""
    parts = {"host": "127.0.0.1", "port": str(server.port), "user": user, "password": password, **more}
    return " ".join(f"{name}={value}" for name, value in {"dbname": "postgres", **parts}.items())


def collect_from(server: Postgres, folder: Path = HERE, **options: Any) -> MemoryOutput:
    """Run the collector with the options given, and return what it wrote."""
    out = MemoryOutput("crm-db")
    given = {"dsn": dsn(server), "sslrootcert": str(server.certificates.authority), **options}
    COLLECTOR.collect(source_of(given, folder), out)
    return out


def facts(record: Record, *names: str) -> tuple[object, ...]:
    """Return some facts of a record, in the order in which they are named."""
    return tuple(record[name] for name in names)


@contextlib.contextmanager
def done(server: Postgres, do: str, undo: str, database: str = "postgres") -> Iterator[None]:
    """Have something done as the superuser until the block ends."""
    server.sql(do, database=database)
    try:
        yield
    finally:
        server.sql(undo, database=database)
