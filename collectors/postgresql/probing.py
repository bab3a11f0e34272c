"""What `assay doctor` tells of a source: what is missing, and what is too much."""

from __future__ import annotations

from collections.abc import Iterator

from assay.collector import CollectorFailed, Outcome, Probe, Source

from .facts import Unread
from .permissions import CONNECT, OF_STATEMENT, READ_SETTINGS, SAMPLE
from .rights import needless, refused
from .session import Session, connect
from .settings import Settings
from .statements import DATABASES, OF_THE_SERVER, OWN_RIGHTS, SETTINGS, Statement
from .statements_database import OF_A_DATABASE, TABLE_RIGHTS
from .target import target_of


def probe(source: Source) -> Iterator[Probe]:
    """Connect, try every statement, and name each grant that is missing or in excess."""
    sampling = bool(source.options.get("sample", {}).get("enabled"))
    try:
        target = target_of(source)
        with connect(target, target.database, _unnoted) as session:
            yield Probe("connect", "ok")
            for statement in (*OF_THE_SERVER, *OF_A_DATABASE):
                yield from _try(session, statement)
            yield from _own_rights(session, sampling=sampling)
            yield from _table_rights(session, sampling=sampling)
    except CollectorFailed as failed:
        yield Probe("connect", "failed", str(failed))


def _try(session: Session, statement: Statement) -> Iterator[Probe]:
    rows = session.read(statement)
    if isinstance(rows, Unread):
        permission = OF_STATEMENT.get(statement.name)
        grant = permission.grant if permission else rows.operation
        needed_for = permission.needed_for if permission else ()
        missing = rows.reason == "denied"
        yield Probe(statement.name, "missing" if missing else "failed", f"{rows.reason}: {grant}", needed_for)
        return
    yield Probe(statement.name, "ok")
    if statement is SETTINGS and Settings.of(rows).lacking:
        yield Probe("all settings", "missing", READ_SETTINGS.grant, READ_SETTINGS.needed_for)
    if statement is DATABASES:
        for row in rows:
            if not row["allowed"]:
                grant = CONNECT.grant.format(database=row["name"])
                yield Probe(f"connect to {row['name']}", "missing", grant, CONNECT.needed_for)


def _own_rights(session: Session, *, sampling: bool) -> Iterator[Probe]:
    rows = session.read(OWN_RIGHTS)
    if isinstance(rows, Unread):
        yield Probe(OWN_RIGHTS.name, "failed", f"{rows.reason}: {rows.operation}")
        return
    for word in refused(rows):
        yield Probe(word, "excess", "the collector does not run with it unless allow_excess is set")
    for word in needless(rows):
        yield Probe(word, "excess", "reading does not need it")
    if not sampling and any(row["name"] == "pg_read_all_data" for row in rows):
        yield Probe("pg_read_all_data", "excess", "only sampling needs it")


def _table_rights(session: Session, *, sampling: bool) -> Iterator[Probe]:
    rows = session.read(TABLE_RIGHTS)
    if isinstance(rows, Unread):
        yield Probe(TABLE_RIGHTS.name, "failed", f"{rows.reason}: {rows.operation}")
    elif rows[0]["writable"]:
        yield Probe("write to tables", "excess", f"{rows[0]['writable']} tables of {session.database}")
    elif sampling and rows[0]["unreadable"]:
        yield Probe("sample", "missing", SAMPLE.grant.format(table="..."), SAMPLE.needed_for)


def _unnoted(operation: str, target: str, outcome: Outcome, code: str, milliseconds: int) -> None:
    """Keep no ledger: a probe writes no snapshot."""
