"""Who left is out everywhere: one roster against a directory, an identity provider and a database, all real."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import yaml
from support import crm, tables
from support.judging import content
from support.postgres import Postgres
from support.scans import write_config
from support.scim import ScimServer, scim_server
from support.slapd import SUFFIX, Slapd, slapd

from assay import config as configuration
from assay import matching
from assay.audit import Options, audit
from assay.collect import collect
from assay.selection import Selection
from assay.snapshot.reader import Snapshot

# ldap3 uses names that pyasn1 has since given others.
pytestmark = [
    pytest.mark.filterwarnings("ignore:(tag|type)Map is deprecated:DeprecationWarning"),
    pytest.mark.xdist_group("integration-postgresql"),
]

NOW = datetime.now(tables.ZONE)
LAST_DAY = NOW.date().isoformat()
#: Judged three days after everybody was read: long after the accounts of those who left had to be closed.
JUDGED = (NOW + timedelta(days=3)).isoformat()
ROSTER = f"""工号,姓名,状态,入职日期,离职日期,邮箱
E1,张三,离职,2020/3/1,{LAST_DAY},zhang@example.cn
E2,李四,离职,2020/3/1,{LAST_DAY},li@example.cn
Ｅ３,王五,离职,2020/3/1,{LAST_DAY},Wang@Example.cn
E4,赵六,离职,2020/3/1,{LAST_DAY},zhao@example.cn
E5,孙七,在职,2020/3/1,,sun@example.cn
E6,周八,在职,2020/3/1,,zhou@example.cn
"""
#: Person to the systems in which the account is still open.
OPEN = {"zhang": "", "li": "database", "wang": "idp", "zhao": "directory", "sun": "directory idp database"}
NUMBERS = dict(zip(OPEN, range(1, 6), strict=True))


def entry(name: str) -> str:
    """Return a person of the directory; li is known by an alias of the mail address alone."""
    known = "mail: old-li@example.cn\nmail: LI@example.cn" if name == "li" else f"employeeNumber: e{NUMBERS[name]}"
    locked = "" if "directory" in OPEN[name] else "pwdAccountLockedTime: 000001010000Z\n"
    head = f"\ndn: uid={name},ou=people,{SUFFIX}\nobjectClass: inetOrgPerson\nuid: {name}\ncn: {name}\nsn: {name}\n"
    return f"{head}{known}\n{locked}"


@pytest.fixture(scope="module")
def directory() -> Iterator[Slapd]:
    ghost = f"\ndn: uid=ghost,ou=people,{SUFFIX}\nobjectClass: inetOrgPerson\ncn: ghost\nsn: g\nemployeeNumber: E99\n"
    with slapd("".join(entry(name) for name in OPEN) + ghost) as server:
        yield server


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScimServer]:
    with scim_server(tmp_path_factory.mktemp("scim")) as server:
        for name, opened in OPEN.items():
            server.user(name, mails=[f"{name}@example.cn"], active="idp" in opened)
        yield server


@pytest.fixture(scope="module")
def database(server: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    roles = [f"leaver_{name}" for name in OPEN]
    server.sql(*(f"CREATE ROLE {role} LOGIN" for role in roles))
    closed = (NOW - timedelta(minutes=5)).isoformat()
    server.sql(
        *(
            f"ALTER ROLE leaver_{name} VALID UNTIL '{closed}'"
            for name, opened in OPEN.items()
            if "database" not in opened
        )
    )
    mapping = tmp_path_factory.mktemp("mapping") / "accounts.yaml"
    lines = [
        {"role": f"leaver_{name}", "staff": f"hr:{'Ｅ３' if name == 'wang' else f'E{number}'}", "kind": "human"}
        for name, number in NUMBERS.items()
    ]
    mapping.write_text(yaml.safe_dump({"databases": [{"database": "crm-db", "roles": lines}]}, allow_unicode=True))
    trusted = str(server.certificates.authority)
    yield {"dsn": crm.dsn(server), "sslrootcert": trusted, "mapping": str(mapping)}
    server.sql(*(f"DROP ROLE {role}" for role in roles))


@pytest.fixture(scope="module")
def snapshot(
    directory: Slapd, provider: ScimServer, database: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Snapshot:
    folder = tmp_path_factory.mktemp("leavers")
    tables.write(folder / "staff.csv", ROSTER, "gb18030")
    sources = [
        {"name": "people", "collector": "hr_roster", "path": "staff.csv", "encoding": "gb18030"},
        {"name": "corp", "collector": "ldap", **directory.options(complete=True)},
        {"name": "idp", "collector": "scim", **provider.options(kinds=[{"name": "*", "kind": "human"}])},
        {"name": "crm-db", "collector": "postgresql", **database},
    ]
    write_config(folder, sources)
    config = configuration.load(folder / "assay.yaml")
    collectors = configuration.check_sources(config, content())
    collect(config, content(), collectors, folder / "snapshot")
    return Snapshot.open(folder / "snapshot")


@pytest.fixture(scope="module")
def findings(snapshot: Snapshot) -> list[dict[str, Any]]:
    chosen = Options(Selection(only=["ACC-03.1", "ACC-03.3"]), now=JUDGED)
    with audit(snapshot, content(), chosen) as run:
        return [dict(finding) for finding in run.findings()]


def verdicts(findings: list[dict[str, Any]], check: str) -> dict[str, str]:
    return {one["resource"]: one["verdict"] for one in findings if one["check"] == check}


ACCOUNT = {
    "directory": "directory:corp:account/{}",
    "idp": "directory:idp:account/{}",
    "database": "pg:crm-db:account/leaver_{}",
}


def test_a_leaver_who_is_open_in_one_of_three_is_a_gap_that_names_which(findings: list[dict[str, Any]]) -> None:
    found = verdicts(findings, "ACC-03.1")
    for name, opened in OPEN.items():
        for system, pattern in ACCOUNT.items():
            closed = "not_applicable" if name == "sun" else "pass"
            expected = "fail" if system in opened and name != "sun" else closed
            assert found[pattern.format(name)] == expected, (name, system)
    assert {resource for resource, verdict in found.items() if verdict == "fail"} == {
        "directory:corp:account/zhao",
        "directory:idp:account/wang",
        "pg:crm-db:account/leaver_li",
    }


def test_the_proof_says_left_on_disabled_on_and_the_hours_between(findings: list[dict[str, Any]]) -> None:
    for pattern in ACCOUNT.values():
        (proof,) = [one for one in findings if (one["check"], one["resource"]) == ("ACC-03.1", pattern.format("zhang"))]
        told = {item["field"].rpartition("/")[2]: item["actual"] for item in proof["evidence"]}
        assert told["left_at"].startswith((NOW.date() + timedelta(days=1)).isoformat())
        assert told["disabled_at"].startswith(LAST_DAY[:7])
        assert told["hours_to_disabled_at"] <= 24


def test_an_account_of_nobody_in_the_roster_is_listed(findings: list[dict[str, Any]]) -> None:
    found = verdicts(findings, "ACC-03.3")
    assert found["directory:corp:account/ghost"] == "fail"
    assert found["directory:corp:account/sun"] == "pass"
    assert found["directory:idp:account/sun"] == "pass"


def test_people_and_accounts_without_a_partner_are_listed_on_both_sides(snapshot: Snapshot) -> None:
    asked = matching.question(content(), "identity_account.staff_id", ["staff_member.left_at", "disabled_at"])
    rows = list(matching.rows(snapshot, content(), asked, JUDGED))
    matched = {(row.id, row.other_id) for row in rows if row.outcome == "matched"}
    people = {name: f"staff:E{number}" for name, number in NUMBERS.items()}
    assert matched == {(pattern.format(name), people[name]) for name in OPEN for pattern in ACCOUNT.values()}
    assert [(row.id, row.other_id) for row in rows if row.outcome == "unmatched"] == [
        ("directory:corp:account/ghost", "staff:e99")
    ]
    assert [(row.other_id, row.other_name) for row in rows if row.outcome == "unnamed"] == [("staff:E6", "周八")]
