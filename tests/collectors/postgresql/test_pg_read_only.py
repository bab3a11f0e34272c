"""It reads and does nothing else: the server itself is asked."""

from __future__ import annotations

import re

import pytest
from psycopg.errors import ReadOnlySqlTransaction
from support.crm import AUDITOR, collect_from, done, dsn, source_of
from support.postgres import Postgres

from assay.collector import CollectorFailed
from collectors.postgresql.session import connect
from collectors.postgresql.statements import OF_THE_SERVER, OWN_RIGHTS, SAVEPOINT, START
from collectors.postgresql.statements_database import OF_A_DATABASE
from collectors.postgresql.target import target_of

CATALOGUE = {START, SAVEPOINT, *(s.sql for s in (OWN_RIGHTS, *OF_THE_SERVER, *OF_A_DATABASE))}


def test_the_server_is_sent_the_catalogue_of_statements_and_nothing_else(server: Postgres) -> None:
    with server.settings(log_statement="all", log_line_prefix="\x1e%u "):
        collect_from(server)
        entries = server.log.split("\x1e")
    sent = [entry.removeprefix(f"{AUDITOR} LOG:  ") for entry in entries if entry.startswith(f"{AUDITOR} LOG:")]
    statements = {
        re.sub(r"^(statement|execute <unnamed>): ", "", entry).replace("\n\t", "\n").strip() for entry in sent
    }
    assert statements == CATALOGUE


def test_nothing_is_written_to_the_log_of_changes(server: Postgres) -> None:
    position = "SELECT pg_current_wal_insert_lsn()"
    own = "SELECT string_agg(oid::regclass::text, ', ') FROM pg_class WHERE oid < 16384 AND relkind = 'r'"
    for database in ("postgres", "crm", "shop"):
        # Else a reader may tidy up the pages of catalogues that other tests left.
        server.sql(f"VACUUM {server.sql(own)[0][0]}", database=database)
    server.sql("CHECKPOINT")
    before = server.sql(position)
    collect_from(server, sample={"enabled": True})
    assert server.sql(position) == before


def test_no_row_of_a_table_is_read_unless_sampling_is_asked_for(server: Postgres) -> None:
    read = "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) FROM pg_stat_user_tables"
    with done(server, "GRANT pg_read_all_data TO assay_auditor", "REVOKE pg_read_all_data FROM assay_auditor"):
        before = server.sql(read, database="crm")
        collect_from(server)
        assert server.sql(read, database="crm") == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE public.t (a int)",
        "CREATE TEMPORARY TABLE t (a int)",
        "INSERT INTO public.customers (id) VALUES (3)",
        "SELECT nextval('public.s')",
    ],
)
def test_its_transaction_could_not_write_even_if_a_statement_tried(server: Postgres, statement: str) -> None:
    options = {"dsn": dsn(server, user="dba", password="row-secret-dba"), "sslmode": "disable"}
    target = target_of(source_of(options))
    with (
        server.rules("host all all 127.0.0.1/32 scram-sha-256"),
        done(server, "CREATE SEQUENCE s", "DROP SEQUENCE s", "crm"),
        connect(target, "crm", lambda *_: None) as session,
        pytest.raises(ReadOnlySqlTransaction),
    ):
        session.connection.execute(statement.encode())


def test_its_session_believes_nothing_of_the_server(server: Postgres) -> None:
    names = (
        "search_path",
        "row_security",
        "default_transaction_read_only",
        "statement_timeout",
        "lock_timeout",
    )
    target = target_of(source_of({"dsn": dsn(server), "sslmode": "require", "statement_timeout": 7}))
    with connect(target, "crm", lambda *_: None) as session:
        found = [session.connection.execute(f"SHOW {name}".encode()).fetchall()[0][name] for name in names]
    assert found == ["pg_catalog", "off", "on", "7s", "5s"]


@pytest.mark.parametrize(
    ("right", "undo"),
    [
        ("ALTER ROLE assay_auditor SUPERUSER", "ALTER ROLE assay_auditor NOSUPERUSER"),
        ("ALTER ROLE assay_auditor CREATEROLE", "ALTER ROLE assay_auditor NOCREATEROLE"),
        *(
            (f"GRANT {role} TO assay_auditor", f"REVOKE {role} FROM assay_auditor")
            for role in ("dba", "pg_write_all_data", "pg_write_server_files", "pg_execute_server_program")
        ),
    ],
)
def test_it_does_not_run_as_a_role_that_could_change_the_server(server: Postgres, right: str, undo: str) -> None:
    with done(server, right, undo):
        with pytest.raises(CollectorFailed, match=r"the role holds .*; use one for reading alone"):
            collect_from(server)
        out = collect_from(server, allow_excess=True)
    assert "the role holds more than reading needs" in out.notes[0]
