"""PostgreSQL 18, built without TLS: other settings, other catalogues, the same answers."""

from __future__ import annotations

import pytest
from support.crm import collect_from, done
from support.output import MemoryOutput
from support.postgres import Postgres


@pytest.fixture(scope="module")
def read(newest: Postgres) -> MemoryOutput:
    return collect_from(newest, sslmode="disable")


def test_every_statement_of_the_catalogue_is_answered(read: MemoryOutput) -> None:
    assert {line.outcome for line in read.ledger} == {"ok"}
    assert read.incomplete_kinds == {}


def test_it_says_that_it_has_no_tls(read: MemoryOutput) -> None:
    (instance,) = read.every("database_instance")
    assert instance["engine_version"].startswith("18.")
    assert instance["tls_required"] is False


def test_both_versions_give_the_same_records(read: MemoryOutput, estate: MemoryOutput) -> None:
    for kind in ("database_table", "database_column", "access_grant", "identity_account"):
        assert read.records[kind].keys() - estate.records[kind].keys() == set()
        assert estate.records[kind].keys() - read.records[kind].keys() == set()


def test_the_options_of_a_membership_count(newest: Postgres) -> None:
    plain = "GRANT dba, crm_owner TO crm_app WITH INHERIT FALSE, SET FALSE"
    with done(newest, plain, "REVOKE dba, crm_owner FROM crm_app"):
        role = collect_from(newest, sslmode="disable").one("database_role", "pg:crm-db:role/crm_app")
    assert (role["is_superuser"], role["ddl_privileges"]) == (False, False)
    assert "pg:crm-db:role/dba" in role["member_of"]
    with done(newest, "GRANT dba TO crm_app WITH INHERIT FALSE, SET TRUE", "REVOKE dba FROM crm_app"):
        role = collect_from(newest, sslmode="disable").one("database_role", "pg:crm-db:role/crm_app")
    assert role["is_superuser"] is True


def test_log_ins_are_recorded_by_the_aspects_of_the_newer_setting(newest: Postgres) -> None:
    with newest.settings(log_connections="authentication", log_statement="mod"):
        (instance,) = collect_from(newest, sslmode="disable").every("database_instance")
    assert instance["audit_scope"] == ["connect", "ddl", "dml", "role"]
