"""What roles can reach, and who stands behind them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.crm import collect_from, done, facts
from support.output import MemoryOutput
from support.postgres import Postgres

ROLE = "pg:crm-db:role/"

POWERS = ("is_superuser", "can_create_role", "bypass_row_security", "ddl_privileges", "dangerous_privileges")


@pytest.mark.parametrize(
    ("role", "powers"),
    [
        ("crm_app", (False, False, False, False, [])),
        ("dba", (True, True, True, True, ["SUPERUSER"])),
        ("dba_helper", (True, True, True, True, ["SUPERUSER"])),  # may SET ROLE
        ("user_admin", (False, True, False, False, [])),
        ("backup_reader", (False, False, True, False, [])),
        ("migrations", (False, False, False, True, [])),  # CREATE on a database
        ("crm_owner", (False, False, False, True, [])),
        ("importer", (False, False, False, False, ["EXECUTE pg_read_file", "pg_read_server_files"])),
        ("analyst", (False, False, False, False, ["pg_read_all_data"])),
        ("monitor", (False, False, False, False, ["pg_monitor", "pg_read_all_stats"])),
    ],
)
def test_a_role_has_the_powers_that_it_can_reach(estate: MemoryOutput, role: str, powers: tuple[object, ...]) -> None:
    assert facts(estate.one("database_role", ROLE + role), *POWERS) == powers


def test_a_right_of_everybody_is_a_right_of_each(server: Postgres) -> None:
    with done(
        server,
        "GRANT CREATE ON SCHEMA public TO PUBLIC",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        "shop",
    ):
        out = collect_from(server)
    assert all(role["ddl_privileges"] for role in out.every("database_role"))


def test_a_role_knows_its_memberships_password_and_end(estate: MemoryOutput) -> None:
    names = ("can_login", "password_method", "valid_until", "member_of", "account_id")
    assert facts(estate.one("database_role", f"{ROLE}crm_app"), *names) == (
        *(True, "scram-sha-256", "none"),
        *([f"{ROLE}crm_read", f"{ROLE}crm_write"], "pg:crm-db:account/crm_app"),
    )
    assert facts(estate.one("database_role", f"{ROLE}gone"), *names) == (False, "none", "none", [], "none")
    assert facts(estate.one("database_role", f"{ROLE}li_na"), "valid_until") == ("2026-06-30",)


def test_the_servers_own_roles_are_builtin(estate: MemoryOutput) -> None:
    kinds = {role["name"]: role.get("kind") for role in estate.every("database_role")}
    assert {name for name, kind in kinds.items() if kind == "builtin"} == {
        "postgres",
        *(name for name in kinds if name.startswith("pg_")),
    }


def test_a_log_in_is_an_account_until_it_expires(estate: MemoryOutput) -> None:
    names = ("directory", "enabled", "privileged", "expires_at", "disabled_at", "disabled_after")
    accounts = {account["name"]: facts(account, *names) for account in estate.every("identity_account")}
    assert accounts["crm_app"] == ("database", True, False, "none", "none", "none")
    assert accounts["dba"] == ("database", True, True, "none", "none", "none")
    over = "2026-06-30T23:59:59+08:00"
    assert accounts["li_na"] == ("database", False, False, "2026-06-30", over, over)
    assert not {"gone", "crm_read", "pg_monitor"} & accounts.keys()


def test_the_register_says_who_stands_behind_a_role(server: Postgres, tmp_path: Path) -> None:
    (tmp_path / "accounts.yaml").write_text(
        """\
databases:
  - database: pg:crm-db
    complete: true
    roles:
      - {role: zhang_wei, staff: "hr:E1023", kind: human}
      - {role: gone, vendor: "vendor:acme", kind: vendor}
      - {role: migrations, owner_staff: "hr:E1001", kind: service, is_migration_role: true}
      - {role: nobody_here, staff: "hr:E1002"}
"""
    )
    out = collect_from(server, tmp_path, mapping="accounts.yaml")
    names = ("kind", "staff_id", "vendor_id", "owner_staff_id", "basis_of")
    declared = dict.fromkeys(names[:-1], "declared")
    accounts = {account["name"]: account for account in out.every("identity_account")}
    assert facts(accounts["zhang_wei"], *names) == ("human", "hr:E1023", "none", "none", declared)
    assert facts(accounts["gone"], *names, "enabled") == (
        *("vendor", "none", "vendor:acme", "none", declared),
        False,
    )
    assert facts(accounts["crm_app"], "staff_id", "vendor_id") == ("none", "none")
    assert out.unread("identity_account", accounts["crm_app"]["id"])["kind"][0] == "not_in_source"
    migrations = out.one("database_role", f"{ROLE}migrations")
    assert facts(migrations, "kind", "is_migration_role") == ("service", True)
    assert out.one("database_role", f"{ROLE}crm_app")["is_migration_role"] is False
    (note,) = out.notes
    assert note.endswith("accounts.yaml: the server has no role 'nobody_here'; correct the name or remove the line")
