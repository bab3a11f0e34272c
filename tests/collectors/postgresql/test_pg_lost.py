"""A server that is slow, silent or gone: what it would have said is unread, and the rest stands."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest
from support.crm import collect_from, dsn, source_of
from support.postgres import Postgres

from assay.collector import CollectorFailed
from collectors.postgresql import session as session_module
from collectors.postgresql.facts import Unread
from collectors.postgresql.session import Session, connect
from collectors.postgresql.statements import MEMBERSHIPS, ROLES, SERVER, Statement
from collectors.postgresql.target import target_of

Line = tuple[str, str, str, str, int]


@pytest.fixture
def ledger() -> list[Line]:
    return []


@pytest.fixture
def session(server: Postgres, ledger: list[Line]) -> Iterator[Session]:
    options = {"dsn": dsn(server), "sslmode": "require", "statement_timeout": 1}
    with connect(target_of(source_of(options)), "crm", lambda *line: ledger.append(line)) as session:
        yield session


def test_a_lock_leaves_what_it_holds_unread_and_the_rest_stands(server: Postgres) -> None:
    with server.connect("crm") as holder, holder.transaction():
        holder.execute("LOCK TABLE pg_policy IN ACCESS EXCLUSIVE MODE")
        out = collect_from(server, statement_timeout=1)
    assert out.incomplete_kinds["database_table"] == ("timeout", "relations")
    assert ("relations", "crm-db/crm", "timeout") in [line[:3] for line in out.ledger]
    assert out.every("database_role")


def test_the_server_ends_a_statement_that_takes_too_long(session: Session, ledger: list[Line]) -> None:
    assert session.read(Statement("slow", "", "SELECT pg_sleep(20)")) == Unread("timeout", "slow")
    assert ledger[-1][:4] == ("slow", "crm-db/crm", "timeout", "57014")
    assert isinstance(session.read(SERVER), list)  # the transaction goes on


def test_a_session_that_was_ended_is_not_asked_again(server: Postgres, session: Session) -> None:
    pid = session.connection.info.backend_pid
    server.sql(f"SELECT pg_terminate_backend({pid}, 5000)")
    assert session.read(ROLES) == Unread("connection_lost", "roles")
    assert session.read(MEMBERSHIPS) == Unread("connection_lost", "memberships")


def test_a_server_that_answers_no_more_is_left(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_module, "GRACE_SECONDS", -0.8)
    pid = session.connection.info.backend_pid
    os.kill(pid, signal.SIGSTOP)
    try:
        started = time.monotonic()
        assert session.read(ROLES) == Unread("timeout", "roles")
        assert time.monotonic() - started < 5
        assert session.read(MEMBERSHIPS) == Unread("timeout", "memberships")
    finally:
        os.kill(pid, signal.SIGCONT)


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("SELECT * FROM no_such_catalogue", "unsupported"),
        ("SELECT no_such_function()", "unsupported"),
        ("SELECT convert_from('\\xff', 'UTF8')", "corrupt"),
        ("SELECT 1/0", "corrupt"),
    ],
)
def test_what_this_server_cannot_answer_is_told_apart(session: Session, sql: str, reason: str) -> None:
    assert session.read(Statement("odd", "", sql)) == Unread(reason, "odd")
    assert isinstance(session.read(SERVER), list)


def test_a_server_that_goes_away_between_two_databases_keeps_what_was_read(server: Postgres) -> None:
    server.sql("ALTER DATABASE shop CONNECTION LIMIT 0")
    try:
        out = collect_from(server)
    finally:
        server.sql("ALTER DATABASE shop CONNECTION LIMIT -1")
    assert out.incomplete_kinds["database_table"] == ("limit", "connect to shop")
    assert out.one("database_table", "pg:crm-db:table/crm.public.customers")


def test_a_transaction_that_cannot_be_started_is_no_connection(
    server: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "START", "START NOTHING")
    with pytest.raises(CollectorFailed, match="the server could not be read"):
        collect_from(server)
