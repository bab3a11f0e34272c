"""Each right withheld in turn: just what needs it turns unread, with the grant that mends it."""

from __future__ import annotations

import pytest
from support.crm import collect_from, done
from support.output import MemoryOutput
from support.postgres import Postgres

from assay.collector import CollectorFailed
from collectors.postgresql.permissions import (
    CONNECT,
    READ_ACCESS_RULES,
    READ_PASSWORD_METHODS,
    READ_SETTINGS,
    Permission,
)

PER_DATABASE = {"database_table", "database_column", "access_grant"}
INSIDE_DATABASES = set(CONNECT.needed_for)
AUDIT = {"database_instance.audit_enabled", "database_instance.audit_scope"}
MEMBERS = {
    "database_role.is_superuser",
    "database_role.can_create_role",
    "database_role.bypass_row_security",
    "database_role.ddl_privileges",
    "database_role.dangerous_privileges",
    "database_role.member_of",
    "identity_account.privileged",
}

#: Catalogues that every role may read unless a hardened server took that away: the one that is withheld and
#: in which database, the fields that are denied without it, and the kinds that are incomplete.
CATALOGUES = [
    ("pg_db_role_setting", "postgres", AUDIT, set()),
    ("pg_auth_members", "postgres", MEMBERS, {"access_grant"}),
    ("pg_database", "postgres", INSIDE_DATABASES, PER_DATABASE),
    ("pg_policy", "crm", set(), PER_DATABASE),
    ("pg_class", "crm", INSIDE_DATABASES, PER_DATABASE),
    ("pg_attribute", "crm", {"database_table.public_privileges"}, {"database_column", "access_grant"}),
    ("pg_type", "crm", set(), {"database_column"}),
    ("pg_shdepend", "crm", INSIDE_DATABASES, set()),
    ("pg_namespace", "crm", INSIDE_DATABASES, PER_DATABASE),
    ("pg_proc", "crm", INSIDE_DATABASES, set()),
]


def denied(out: MemoryOutput) -> dict[str, set[str]]:
    """Return the fields that are unread for want of a right, with what would mend them."""
    found: dict[str, set[str]] = {}
    for kind, records in out.records.items():
        for entry in (entry for record in records.values() for entry in record["unread"]):
            if entry["reason"] == "denied":
                found.setdefault(f"{kind}.{entry['field']}", set()).add(entry["operation"])
    return found


def mending(grant: str) -> str:
    """Return the words of a grant that a field names: all of it, or what stands behind GRANT."""
    return grant.removeprefix("GRANT ").partition(" TO ")[0]


@pytest.mark.parametrize(
    "permission",
    [READ_SETTINGS, READ_ACCESS_RULES, READ_PASSWORD_METHODS],
    ids=lambda permission: mending(permission.grant),
)
def test_without_a_documented_grant_just_its_fields_are_denied(server: Postgres, permission: Permission) -> None:
    revoke = permission.grant.replace("GRANT", "REVOKE", 1).replace(" TO ", " FROM ")
    with done(server, revoke, permission.grant):
        out = collect_from(server)
    unread = denied(out)
    assert set(unread) == set(permission.needed_for)
    assert all(mending(permission.grant) in words for words in set().union(*unread.values()))
    assert out.incomplete_kinds == {}


@pytest.mark.parametrize(
    ("catalogue", "database", "fields", "kinds"),
    CATALOGUES,
    ids=[line[0] for line in CATALOGUES],
)
def test_without_a_catalogue_just_what_needs_it_is_denied(
    server: Postgres, catalogue: str, database: str, fields: set[str], kinds: set[str]
) -> None:
    right = f"SELECT ON {catalogue}"
    with done(server, f"REVOKE {right} FROM PUBLIC", f"GRANT {right} TO PUBLIC", database):
        out = collect_from(server)
    assert (set(denied(out)), set(out.incomplete_kinds)) == (fields, kinds)
    assert {line.outcome for line in out.ledger} == {"ok", "denied"}


def test_without_its_own_rights_it_does_not_run(server: Postgres) -> None:
    right = "SELECT ON pg_roles"
    with (
        done(server, f"REVOKE {right} FROM PUBLIC", f"GRANT {right} TO PUBLIC"),
        pytest.raises(CollectorFailed, match="own rights could not be read; SELECT ON pg_roles") as caught,
    ):
        collect_from(server)
    assert caught.value.reason == "denied"


def test_a_database_that_it_may_not_connect_to_hides_no_other(server: Postgres) -> None:
    right = "CONNECT ON DATABASE crm"
    with done(server, f"REVOKE {right} FROM PUBLIC", f"GRANT {right} TO PUBLIC"):
        out = collect_from(server)
    grant = CONNECT.grant.format(database="crm")
    assert denied(out) == {field: {grant} for field in CONNECT.needed_for}
    assert out.incomplete_kinds == dict.fromkeys(PER_DATABASE, ("denied", grant))
    assert [line[:3] for line in out.ledger if line.outcome != "ok"] == [("connect", "crm-db/crm", "denied")]
    # What is proved by another database stands.
    assert out.one("database_role", "pg:crm-db:role/migrations")["ddl_privileges"] is True


def test_databases_that_are_left_out_leave_what_they_may_hold_unread(server: Postgres) -> None:
    out = collect_from(server, databases=["crm"])
    left_out = ("partial", "databases: postgres is not among those to read")
    assert out.incomplete_kinds == dict.fromkeys(PER_DATABASE, left_out)
    assert out.unread("database_role", "pg:crm-db:role/crm_app")["ddl_privileges"] == left_out
    assert {table["id"].split("/")[1].split(".")[0] for table in out.every("database_table")} == {"crm"}


def test_a_database_that_is_not_there_is_told(server: Postgres) -> None:
    out = collect_from(server, databases=["crm", "postgres", "shop", "crn"])
    assert out.incomplete_kinds == dict.fromkeys(PER_DATABASE, ("denied", "connect to crn"))
    assert out.notes == ["the server could not be read: it has no such role or database (database crn)"]
