"""Servers of providers, which no test can start: made from what they are known to show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support.crm import source_of
from support.output import MemoryOutput

from collectors.postgresql.access_rules import Rule
from collectors.postgresql.database import Structure
from collectors.postgresql.facts import Unread
from collectors.postgresql.holders import Holders
from collectors.postgresql.ids import Ids
from collectors.postgresql.instance import write_instance
from collectors.postgresql.memberships import Memberships
from collectors.postgresql.powers import Powers
from collectors.postgresql.roles import write_roles
from collectors.postgresql.server import Role, Server
from collectors.postgresql.settings import CANARY, Settings

DENIED = Unread("denied", "EXECUTE ON FUNCTION pg_hba_file_rules()")
LDAP = Rule("hostssl", ["all"], ["all"], "all", "ldap", certificate=False, clear_text=False)
SCRAM = replace(LDAP, method="scram-sha-256")


NO_PASSWORDS = dict.fromkeys(("rdsadmin", "rds_superuser", "rds_iam", "admin_wang", "crm_app"), "none")


def role(oid: int, name: str, **attributes: Any) -> Role:
    given = {"superuser": False, "create_role": False, "bypass_row_security": False, "can_login": True}
    return Role(oid, name, **{**given, "valid_until": None, **attributes})


def membership(member: int, granted: int) -> dict[str, object]:
    return {"member": member, "role": granted, "admin": False, "inherit": True, "assume": True}


def server(**shown: Any) -> Server:
    """Return an RDS server, with what is given in place of what it shows."""
    settings = {CANARY: "/rdsdbdata", "listen_addresses": "*", "ssl": "on", "rds.force_ssl": "on"}
    given: dict[str, Any] = {
        "address": "crm.abc.rds.example.com:5432",
        "local": False,
        "about": {"version": "16.4", "aurora": False},
        "settings": Settings(settings, None),
        "families": frozenset({"rds"}),
        "overrides": [],
        "rules": DENIED,
        "roles": [
            role(10, "rdsadmin", superuser=True),
            role(16400, "rds_superuser", can_login=False),
            role(16401, "rds_iam", can_login=False),
            role(16402, "admin_wang"),
            role(16403, "crm_app"),
        ],
        "memberships": Memberships.of([membership(16402, 16400), membership(16403, 16401)]),
        "passwords": NO_PASSWORDS | {"admin_wang": "md5"},
        "databases": [],
    }
    return Server(Ids("crm-db"), **{**given, **shown})


def read(given: Server) -> MemoryOutput:
    out = MemoryOutput("crm-db")
    write_instance(given, {}, out)
    write_roles(source_of({}), Powers(given, Structure()), Holders(given, None), out)
    return out


def roles(given: Server, field: str) -> dict[str, Any]:
    return {record["name"]: record.get(field) for record in read(given).every("database_role")}


@pytest.mark.parametrize(
    ("shown", "hosting"),
    [
        ({}, "aws"),
        ({"families": frozenset({"cloudsql", "pgaudit"})}, "other_cloud"),
        ({"families": frozenset({"pgaudit"}), "local": True}, "self_hosted"),
        ({"families": frozenset({"rds"}), "local": True}, "aws"),  # through a tunnel
    ],
)
def test_settings_of_a_provider_tell_where_a_server_runs(shown: dict[str, Any], hosting: str) -> None:
    assert read(server(**shown)).one("database_instance", "pg:crm-db")["hosting"] == hosting


def test_a_server_elsewhere_may_be_anybodys() -> None:
    for families in (frozenset({"pgaudit"}), Unread("timeout", "setting_families")):
        assert "hosting" in read(server(families=families)).unread("database_instance", "pg:crm-db")


def test_aurora_is_told_apart() -> None:
    given = server(about={"version": "16.4", "aurora": True})
    assert read(given).one("database_instance", "pg:crm-db")["engine"] == "aurora"


def test_rds_may_force_tls_though_its_rules_are_closed() -> None:
    out = read(server())
    instance = out.one("database_instance", "pg:crm-db")
    assert (instance["tls_required"], instance["plaintext_auth_rules"]) == (True, [])
    assert out.unread("database_instance", "pg:crm-db")["trust_auth_rules"] == ("denied", DENIED.operation)


def test_the_providers_administrator_is_a_superuser() -> None:
    assert roles(server(), "is_superuser") == {
        "rdsadmin": True,
        "rds_superuser": True,
        "rds_iam": False,
        "admin_wang": True,
        "crm_app": False,
    }


def test_the_providers_roles_are_builtin_on_its_servers_alone() -> None:
    builtin = {"rdsadmin": "builtin", "rds_superuser": "builtin", "rds_iam": "builtin"}
    nobody = {"admin_wang": None, "crm_app": None}
    assert roles(server(), "kind") == builtin | nobody
    at_home = roles(server(families=frozenset()), "kind")
    assert at_home == {"rdsadmin": "builtin", "rds_superuser": None, "rds_iam": None} | nobody


def test_a_member_of_rds_iam_logs_in_by_iam_whatever_its_password() -> None:
    assert roles(server(passwords=DENIED), "password_method")["crm_app"] == "iam"


@pytest.mark.parametrize(
    ("rules", "method"),
    [([LDAP], "external"), ([LDAP, SCRAM], "none"), ([], "none"), (DENIED, "none")],
)
def test_a_role_without_password_is_external_where_every_rule_asks_somebody_else(
    rules: list[Rule] | Unread, method: str
) -> None:
    given = server(rules=rules, memberships=Memberships.of([]), passwords=NO_PASSWORDS)
    assert roles(given, "password_method")["crm_app"] == method


def test_a_stored_password_of_unknown_form_is_unread() -> None:
    given = server(passwords=NO_PASSWORDS | {"admin_wang": "other"})
    unread = read(given).unread("database_role", "pg:crm-db:role/admin_wang")
    assert unread["password_method"][0] == "unsupported"


def test_without_roles_both_kinds_are_incomplete() -> None:
    out = read(server(roles=Unread("timeout", "roles")))
    assert out.incomplete_kinds == dict.fromkeys(("database_role", "identity_account"), ("timeout", "roles"))


def test_an_audit_log_that_goes_nowhere_has_no_source() -> None:
    settings = {CANARY: "/", "log_destination": "", "log_min_messages": "warning", "log_statement": "all"}
    given = server(settings=Settings(settings, None))
    instance = read(given).one("database_instance", "pg:crm-db")
    assert (instance["log_source_id"], instance["audit_enabled"]) == ("none", False)
