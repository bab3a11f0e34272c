"""What `assay doctor` is told of a source."""

from __future__ import annotations

from support.crm import AUDITOR, PASSWORD, done, dsn, source_of
from support.postgres import Postgres

from assay.collector import Probe
from collectors.postgresql import COLLECTOR
from collectors.postgresql.permissions import CONNECT, READ_ACCESS_RULES, READ_PASSWORD_METHODS, READ_SETTINGS


def probe(server: Postgres, user: str = AUDITOR, password: str = PASSWORD, **options: object) -> list[Probe]:
    given = {"dsn": dsn(server, user, password), "sslrootcert": str(server.certificates.authority), **options}
    return [tried for tried in COLLECTOR.probe(source_of(given)) if tried.outcome != "ok"]


def test_an_auditor_with_every_grant_lacks_nothing(server: Postgres) -> None:
    assert probe(server) == []


def test_a_role_without_grants_is_told_each_of_them(server: Postgres) -> None:
    with (
        done(server, "CREATE ROLE plain LOGIN PASSWORD 'plain'", "DROP ROLE plain"),
        server.rules("hostssl all all 127.0.0.1/32 scram-sha-256"),
    ):
        found = {(tried.outcome, tried.detail): tuple(tried.needed_for) for tried in probe(server, "plain", "plain")}
    assert found == {
        ("missing", READ_SETTINGS.grant): READ_SETTINGS.needed_for,
        ("missing", f"denied: {READ_ACCESS_RULES.grant}"): READ_ACCESS_RULES.needed_for,
        ("missing", f"denied: {READ_PASSWORD_METHODS.grant}"): READ_PASSWORD_METHODS.needed_for,
    }


def test_a_database_without_connect_is_named(server: Postgres) -> None:
    with done(server, "REVOKE CONNECT ON DATABASE shop FROM PUBLIC", "GRANT CONNECT ON DATABASE shop TO PUBLIC"):
        assert probe(server) == [
            Probe("connect to shop", "missing", CONNECT.grant.format(database="shop"), CONNECT.needed_for)
        ]


def test_rights_in_excess_are_told(server: Postgres) -> None:
    grant = "pg_read_server_files, pg_write_all_data, pg_read_all_data TO assay_auditor"
    with done(server, f"GRANT {grant}", f"REVOKE {grant.replace(' TO ', ' FROM ')}"):
        found = {tried.what: tried.outcome for tried in probe(server)}
    assert found == {
        "pg_write_all_data": "excess",
        "pg_read_server_files": "excess",
        "pg_read_all_data": "excess",
    }


def test_a_role_that_can_write_to_tables_has_too_much(server: Postgres) -> None:
    with done(
        server,
        "CREATE TABLE notes (body text); GRANT INSERT ON notes TO assay_auditor",
        "DROP TABLE notes",
    ):
        assert [(tried.what, tried.outcome) for tried in probe(server)] == [("write to tables", "excess")]


def test_sampling_needs_to_read_tables(server: Postgres) -> None:
    with done(server, "CREATE TABLE notes (body text)", "DROP TABLE notes"):
        assert [(tried.what, tried.outcome) for tried in probe(server, sample={"enabled": True})] == [
            ("sample", "missing")
        ]


def test_a_server_that_cannot_be_reached_is_told(server: Postgres) -> None:
    (failed,) = probe(server, password="wrong")
    assert (failed.what, failed.outcome) == ("connect", "failed")
    assert "refused the user name or the password" in failed.detail


def test_a_catalogue_that_a_hardened_server_closed_is_named(server: Postgres) -> None:
    rights = {"pg_roles": ["roles", "own_rights"], "pg_class": ["relations", "table_privileges", "columns"]}
    for catalogue, statements in rights.items():
        right = f"SELECT ON {catalogue}"
        with done(server, f"REVOKE {right} FROM PUBLIC", f"GRANT {right} TO PUBLIC"):
            found = {tried.what for tried in probe(server)}
        assert set(statements) <= found
