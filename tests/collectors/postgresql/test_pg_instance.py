"""The server itself, read by a role that may read and do nothing else."""

from __future__ import annotations

from support.crm import collect_from, done, facts, source_of
from support.output import MemoryOutput
from support.postgres import Postgres

from collectors.postgresql import COLLECTOR
from collectors.postgresql.limits import NEVER


def test_the_server_is_one_instance(server: Postgres, estate: MemoryOutput) -> None:
    (instance,) = estate.every("database_instance")
    assert (instance["id"], instance["aliases"]) == ("pg:crm-db", [f"127.0.0.1:{server.port}"])
    assert facts(instance, "engine", "engine_family", "hosting", "tags") == (
        *("postgresql", "postgresql", "self_hosted"),
        {},
    )
    assert instance["engine_version"] == server.sql("SHOW server_version")[0][0].split()[0]
    assert facts(instance, "tls_required", "tls_min_version", "tls_weak_ciphers") == (True, "1.2", [])
    assert facts(instance, "plaintext_auth_rules", "trust_auth_rules", "open_host_rules") == ([], [], [])
    assert facts(instance, "audit_enabled", "audit_scope", "anonymous_account_count") == (False, [], 0)


def test_the_kinds_are_those_that_it_names_before(estate: MemoryOutput) -> None:
    assert set(COLLECTOR.kinds(source_of({}))) == set(estate.records)


def test_what_listens_on_loopback_alone_is_not_reachable(estate: MemoryOutput) -> None:
    (instance,) = estate.every("database_instance")
    assert facts(instance, "remote_listener", "publicly_accessible", "ingress_any") == (False, False, False)


def test_nothing_is_unread_but_what_postgresql_does_not_tell(estate: MemoryOutput) -> None:
    for_hand = {
        "database_instance.log_source_id",
        "database_role.kind",
        "database_role.is_migration_role",
        "identity_account.kind",
        "identity_account.staff_id",
        "identity_account.vendor_id",
        "identity_account.owner_staff_id",
        "database_table.row_estimate",  # of tables that were never analysed
        "database_column.plaintext_hits",
        "database_column.protection",
        "database_column.algorithm",
        "access_grant.masked_view_only",  # of views
    }
    never = {f"{kind}.{name}" for kind, fields in NEVER.items() for name in fields}
    assert estate.unread_fields() == for_hand | never
    assert (estate.incomplete_kinds, estate.notes) == ({}, [])
    assert {line.outcome for line in estate.ledger} == {"ok"}


def test_what_the_entry_says_is_declared(server: Postgres) -> None:
    out = collect_from(server, hosting="other_cloud", log_source="log:siem")
    (instance,) = out.every("database_instance")
    assert facts(instance, "hosting", "log_source_id") == ("other_cloud", "log:siem")
    assert instance["basis_of"]["hosting"] == "declared"
    assert "tags" not in instance  # kept by the cloud


def test_loaded_modules_decide_on_passwords_and_log_ins(server: Postgres) -> None:
    modules = "passwordcheck,auth_delay"
    with server.settings(restart=True, shared_preload_libraries=modules, auth_delay__milliseconds="250"):
        (instance,) = collect_from(server).every("database_instance")
    names = ("password_min_length", "password_complexity", "login_lockout_threshold")
    assert facts(instance, *names) == (8, True, 1)


def test_a_server_that_listens_on_the_network_is_not_known_to_be_closed(server: Postgres) -> None:
    with server.settings(restart=True, listen_addresses="localhost,0.0.0.0"):
        out = collect_from(server)
    (instance,) = out.every("database_instance")
    unread = out.unread("database_instance", "pg:crm-db")
    assert instance["remote_listener"] is True
    assert (
        unread["publicly_accessible"]
        == unread["ingress_any"]
        == (*("not_in_source", "firewall and addresses of the host"),)
    )


def test_what_is_recorded_is_the_audit_scope_less_what_a_role_escapes(server: Postgres) -> None:
    with server.settings(log_connections="on", log_statement="all"):
        (instance,) = collect_from(server).every("database_instance")
        assert instance["audit_scope"] == ["connect", "ddl", "dml", "role", "select"]
        with done(server, "ALTER ROLE crm_app SET log_statement = 'ddl'", "ALTER ROLE crm_app RESET ALL"):
            (instance,) = collect_from(server).every("database_instance")
    assert facts(instance, "audit_enabled", "audit_scope") == (True, ["connect", "ddl", "role"])
