"""Each grant withheld in turn: exactly the checks that rest on it turn unknown, and none turns to pass."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.crm import AUDITOR, done, dsn
from support.postgres import Postgres
from support.scans import Judged, assay, scan, write_config

from collectors.postgresql import COLLECTOR
from collectors.postgresql.permissions import (
    CONNECT,
    READ_ACCESS_RULES,
    READ_PASSWORD_METHODS,
    READ_SETTINGS,
    SAMPLE,
)

pytestmark = pytest.mark.xdist_group("integration-postgresql")

#: Whose role is whose. Whoever is not listed belongs to nobody.
MAPPING = """\
databases:
  - database: crm-db
    complete: true
    roles:
      - {role: crm_owner, owner_staff: "staff:1", kind: application}
      - {role: crm_read, owner_staff: "staff:1", kind: application}
      - {role: crm_write, owner_staff: "staff:1", kind: application}
      - {role: crm_app, owner_staff: "staff:1", kind: application}
      - {role: migrations, owner_staff: "staff:1", kind: service, is_migration_role: true}
      - {role: backup_reader, owner_staff: "staff:1", kind: service}
      - {role: importer, owner_staff: "staff:1", kind: service}
      - {role: monitor, owner_staff: "staff:1", kind: service}
      - {role: assay_auditor, owner_staff: "staff:1", kind: service}
      - {role: zhang_wei, staff: "staff:1", kind: human}
      - {role: li_na, staff: "staff:1", kind: human}
      - {role: analyst, staff: "staff:1", kind: human}
      - {role: user_admin, staff: "staff:1", kind: human}
      - {role: dba, staff: "staff:1", kind: human}
      - {role: dba_helper, staff: "staff:1", kind: human}
      - {role: gone, staff: "staff:1", kind: human}
"""

SERVER = "crm-db"
#: Grants on customer data to a role of which nobody is known to be a member: whether some person reads by it is open.
REACHING_NOBODY = "|".join(
    [
        *("assay_auditor@crm.public.customers", "assay_auditor@crm.public.logins", "crm_owner@crm.public.customers"),
        *(f"postgres@crm.public.{name}" for name in ("customer_names", "events", "events_2025", "invoices")),
        *("postgres@crm.public.logins", "postgres@crm.public.notices", "postgres@superuser"),
        'postgres@crm.odd%2Eschema.we ird"name',
    ]
)
PASSWORD_COLUMNS = "crm.public.logins.clear_pwd crm.public.logins.legacy_pwd crm.public.logins.password_hash"


@dataclass(frozen=True)
class Withheld:
    """A right that the auditor is not given."""

    right: str
    """As it stands behind GRANT."""
    unknown: Mapping[str, str]
    """Check to the resources for which it is unknown then, worked out from the fields of the checks; `|` or space
    between them."""
    operation: str = ""
    """What the evidence names, where it is not the right itself."""
    database: str = "postgres"
    who: str = AUDITOR
    gone: tuple[str, ...] = ()
    """What is out of sight without it, as ids name it."""


WITHHELD = [
    Withheld("pg_read_all_settings", {"AUT-02.2": SERVER, "ENC-04.2": SERVER, "LOG-01.1": SERVER}),
    Withheld(
        "EXECUTE ON FUNCTION pg_hba_file_rules()",
        # ENC-04.2 asks whether TLS is required only to leave out servers that do not: its pass stands.
        {"ACC-01.3": SERVER, "ACC-02.4": SERVER, "ENC-04.1": SERVER},
    ),
    Withheld("SELECT (rolname, rolpassword) ON pg_authid", {}),  # no check reads how passwords are kept
    Withheld(
        "SELECT ON logins",
        {"ENC-03.2": PASSWORD_COLUMNS, "ENC-03.4": PASSWORD_COLUMNS},
        operation='SELECT ON "public"."logins"',
        database="crm",
        gone=("grant",),  # that very grant
    ),
    Withheld(
        "CONNECT ON DATABASE crm",
        {
            # What these hold in crm may be dangerous. SUPERUSER, CREATEROLE, BYPASSRLS and who owns a database are
            # facts of the server, so the verdicts on the others stand.
            "LPR-02.2": "assay_auditor crm_app crm_read crm_write importer migrations monitor",
            "LPR-03.5": "assay_auditor crm_app crm_owner crm_read crm_write importer migrations monitor "
            "analyst backup_reader gone li_na zhang_wei",
        },
        who="PUBLIC",
        gone=("table", "column", "grant"),
    ),
    Withheld("SELECT ON pg_db_role_setting", {"LOG-01.1": SERVER}, who="PUBLIC"),
    Withheld(
        "SELECT ON pg_auth_members",
        {
            # What a role has of its own stands: SUPERUSER of dba, BYPASSRLS of backup_reader, what crm_owner owns.
            "AUT-01.2": "analyst zhang_wei",
            "LPR-02.5": "analyst zhang_wei",
            # Who may become a superuser, or reads by the grants of a role, is a question of members.
            "LPR-02.1": SERVER,
            "LPR-01.1": "crm_owner@crm.public.customers crm_write@crm.public.customers",
            "LPR-01.2": REACHING_NOBODY,
            "LPR-01.3": REACHING_NOBODY,
            "LPR-03.4": REACHING_NOBODY + "|crm_read@crm.public.invoices|user_admin@crm.public.invoices",
            # An administrator of the server could reach its log; those that are ones by themselves are left out.
            "LPR-02.3": "analyst assay_auditor backup_reader crm_app importer migrations monitor zhang_wei",
            "LPR-02.2": "assay_auditor crm_app crm_read crm_write importer migrations monitor",
            "LPR-03.5": "assay_auditor crm_app crm_owner crm_read crm_write importer migrations monitor "
            "analyst backup_reader dba_helper gone li_na user_admin zhang_wei",
        },
        who="PUBLIC",
        gone=("grant",),  # those that memberships give
    ),
]

#: Decided for nobody here while everything is in sight: no role belongs to a person who would have to be judged.
NOT_APPLICABLE = {"AUT-01.2", "LPR-01.1", "LPR-01.2", "LPR-01.3", "LPR-02.3", "LPR-02.5"}


@pytest.fixture
def estate(server: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CRM_DSN", dsn(server))
    source = {"name": "crm-db", "collector": "postgresql", "dsn": "${CRM_DSN}", "log_source": "log:crm"}
    source |= {"sslrootcert": str(server.certificates.authority), "mapping": "mapping.yaml"}
    people = {"name": "people", "collector": "hr_roster", "path": "staff.csv", "data_as_of": "2026-11-20"}
    write_config(
        tmp_path,
        [{**source, "sample": {"enabled": True}}, people],
        organization={"sectors": ["ecommerce"], "cloud_account_ids": []},
    )
    (tmp_path / "mapping.yaml").write_text(MAPPING, "utf-8")
    (tmp_path / "staff.csv").write_text("工号,姓名,状态,入职日期,离职日期\n1,王,在职,2020-01-01,\n", "utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def sampled(server: Postgres) -> Iterator[Postgres]:
    grant = SAMPLE.grant.format(table="customers, logins")
    with done(server, grant, grant.replace("GRANT", "REVOKE").replace(" TO ", " FROM "), "crm"):
        yield server


@pytest.fixture(scope="module")
def known() -> dict[str, Judged]:
    """The verdicts of an auditor with every grant, kept once they were asked for."""
    return {}


@pytest.fixture
def whole(known: dict[str, Judged], sampled: Postgres, estate: Path) -> Judged:
    if "whole" not in known:
        known["whole"] = scan(estate)
    return known["whole"]


def short(resource: str) -> str:
    return resource.partition("/")[2] or resource.removeprefix("pg:")


def listed(names: str) -> list[str]:
    return names.split("|" if "|" in names else None)


def test_with_every_grant_the_checks_are_decided(whole: Judged) -> None:
    decided = {check for (_, check), verdict in whole.verdicts().items() if verdict in ("pass", "fail")}
    assert {check for withheld in WITHHELD for check in withheld.unknown} - decided == NOT_APPLICABLE


def test_every_documented_grant_is_withheld_once() -> None:
    documented = {CONNECT, READ_SETTINGS, READ_ACCESS_RULES, READ_PASSWORD_METHODS, SAMPLE}
    assert {permission.grant for permission in documented} == set(COLLECTOR.permissions)
    rights = [permission.grant.removeprefix("GRANT ").partition(" TO ")[0] for permission in documented]
    withheld = {one.right for one in WITHHELD}
    assert {right.format(database="crm", table="logins") for right in rights} <= withheld


def changes(whole: Judged, judged: Judged) -> dict[tuple[str, str], str]:
    """Return what changed, as (resource, check) to the new verdict."""
    before, after = whole.verdicts(), judged.verdicts()
    return {place: verdict for place, verdict in after.items() if verdict != before.get(place)}


@contextlib.contextmanager
def revoked(server: Postgres, right: str, who: str = AUDITOR, database: str = "postgres") -> Iterator[None]:
    with done(server, f"REVOKE {right} FROM {who}", f"GRANT {right} TO {who}", database):
        yield


@pytest.mark.parametrize("withheld", WITHHELD, ids=lambda withheld: withheld.right)
def test_a_withheld_right_turns_just_its_checks_unknown(
    withheld: Withheld, server: Postgres, whole: Judged, estate: Path
) -> None:
    with revoked(server, withheld.right, withheld.who, withheld.database):
        judged = scan(estate)
    changed = changes(whole, judged)
    expected = {(name, check) for check, names in withheld.unknown.items() for name in listed(names)}
    assert {(short(resource), check) for resource, check in changed} == expected
    assert set(changed.values()) <= {"unknown"}
    out_of_sight = whole.verdicts().keys() - judged.verdicts().keys()
    assert {resource.split(":")[2].partition("/")[0] for resource, _ in out_of_sight} == set(withheld.gone)
    right = withheld.operation or withheld.right
    for finding in judged.findings:
        if (finding["resource"], finding["check"]) in changed:
            named = [item["operation"] for item in finding["evidence"] if item.get("unread") == "denied"]
            assert any(right in operation for operation in named), (named, finding)


def test_the_right_to_monitor_holds_the_right_to_read_all_settings(
    server: Postgres, whole: Judged, estate: Path
) -> None:
    grant = f"GRANT pg_monitor TO {AUDITOR}"
    with revoked(server, "pg_read_all_settings"), done(server, grant, f"REVOKE pg_monitor FROM {AUDITOR}"):
        changed = changes(whole, scan(estate))
    # It is more than reading needs, and the auditor's own role is judged like any other.
    assert changed == {("pg:crm-db:role/assay_auditor", "LPR-02.2"): "fail"}


@pytest.mark.parametrize(
    ("right", "who", "only", "code", "line"),
    [
        ("", AUDITOR, "LOG-01.1", 0, "0 gaps and 0 unknown"),
        ("pg_read_all_settings", AUDITOR, "LOG-01.1", 3, "incomplete: 0 gaps and 1 unknown"),
        ("pg_read_all_settings", AUDITOR, "ENC-04.2", 0, "0 gaps and 0 unknown"),  # unknown, and medium
        ("CONNECT ON DATABASE crm", "PUBLIC", "LPR-03.2", 3, "nothing was there to judge"),
        ("SELECT ON pg_roles", "PUBLIC", "LOG-01.1", 3, "nothing was there to judge"),
    ],
)
def test_the_exit_code_tells_what_could_not_be_judged(
    right: str, who: str, only: str, code: int, line: str, server: Postgres, estate: Path
) -> None:
    with revoked(server, right, who) if right else contextlib.nullcontext():
        ended = assay("scan", "--only", only, folder=estate, CRM_DSN=dsn(server))
    assert (ended.code, line in ended.err) == (code, True), ended.err


def test_without_its_own_rights_the_source_is_not_read_and_says_what_to_grant(server: Postgres, estate: Path) -> None:
    with revoked(server, "SELECT ON pg_roles", "PUBLIC"):
        ended = assay("scan", "--only", "LOG-01.1", folder=estate, CRM_DSN=dsn(server))
    (line,) = [line for line in ended.err.splitlines() if "crm-db: not read: " in line]
    assert "SELECT ON pg_roles" in line
