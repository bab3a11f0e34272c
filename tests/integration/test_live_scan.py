"""One scan over everything: a database server, buckets, registers in every form and a roster, by both engines."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from support import buckets, crm, tables
from support.moto import Moto
from support.postgres import Postgres
from support.scans import Ended, assay, write_config

from assay import schema

pytestmark = pytest.mark.xdist_group("integration-postgresql")

FORMATS = {"text": "report.txt", "html": "report.html", "json": "report.json", "ndjson": "report.ndjson"}
NOW = "2026-11-21T12:00:00+08:00"
VARIABLES = {"AWS_ACCESS_KEY_ID": "AKIAMADEUPMADEUP0000", "AWS_SECRET_ACCESS_KEY": "made-up"}

MAPPING = """\
databases:
  - database: crm-db
    complete: true
    roles:
      - {role: zhang_wei, staff: "staff:1", kind: human}
      - {role: li_na, staff: "staff:2", kind: human}
      - {role: crm_app, owner_staff: "staff:1", kind: application}
"""


@pytest.fixture(scope="module")
def folder(server: Postgres, moto: Moto, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("live")
    day = {"data_as_of": "2026-11-20"}
    crm_db = {"name": "crm-db", "collector": "postgresql", "dsn": "${CRM_DSN}", "mapping": "mapping.yaml"}
    crm_db |= {"sslrootcert": str(server.certificates.authority)}
    cloud = {"name": "cloud", "collector": "aws", "endpoint_url": moto.url, "provider": "aws_s3"}
    people = {"name": "people", "collector": "hr_roster", "path": "staff.csv", "encoding": "gb18030", **day}
    training = {"name": "training", "collector": "register", "path": "training.csv", "kind": "training_record", **day}
    contracts = {"name": "contracts", "collector": "register", "path": "contracts.xlsx", **day}
    registers = [{**source, **day} for source in buckets.write_registers(folder)]
    write_config(folder, [crm_db, cloud, *registers, people, training, contracts], language="zh-CN")
    (folder / "mapping.yaml").write_text(MAPPING, "utf-8")
    staff = "工号,姓名,状态,入职日期,离职日期\n1,王小明,在职,2020-01-01,\n2,李娜,离职,2020-01-01,2026-06-30\n"
    tables.write(folder / "staff.csv", staff, "gb18030")
    tables.write(folder / "training.csv", "staff_id,course_id,completed_at,passed\nstaff:1,c1,2026-03-01,yes\n")
    agreement: list[object] = ["编号", "供应商", "签订日期", "生效日期", "到期日期"]
    rows: list[list[object]] = [
        agreement,
        ["dpa-1", "vendor:partner", date(2026, 1, 2), date(2026, 1, 2), date(2027, 1, 2)],
    ]
    tables.xlsx(folder / "contracts.xlsx", {"供应商合同": rows})
    return folder


@pytest.fixture(scope="module")
def ended(folder: Path, server: Postgres, opa: str) -> Ended:
    files = [f"-f{name}=out/{path}" for name, path in FORMATS.items()]
    command = ("scan", "-o", "out", "--engine", "both", "--now", NOW, *files)
    return assay(*command, folder=folder, CRM_DSN=crm.dsn(server), **VARIABLES)


@pytest.fixture(scope="module")
def run(ended: Ended, folder: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((folder / "out" / "run.json").read_text("utf-8"))
    return document


def test_every_source_is_read_and_the_gaps_are_told(ended: Ended, run: dict[str, Any]) -> None:
    assert ended.code == 1
    assert {source["name"]: source["outcome"] for source in run["run"]["sources"]} == dict.fromkeys(
        ("crm-db", "cloud", "registers", "people", "training", "contracts"), "complete"
    )
    assert {finding["source"] for finding in run["findings"]} >= {"crm-db", "cloud", "registers", "people"}
    assert run["run"]["engine"]["name"] == "both"
    assert "exit code 1" in ended.err.splitlines()[-1]


def test_joins_reach_from_one_source_into_another(run: dict[str, Any]) -> None:
    found = {(one["resource"], one["check"]): one for one in run["findings"]}
    # The account is of the database, the person of the roster, the line that joins them of the mapping.
    leaver = found["pg:crm-db:account/li_na", "ACC-03.1"]
    assert leaver["verdict"] == "pass"
    assert {item["basis"] for item in leaver["evidence"]} == {"observed", "derived"}
    # The bucket is of the cloud, the vendor and the contract of two registers.
    assert found["aws:s3:bucket/kept", "SHR-01.3"]["verdict"] == "pass"
    assert found["vendor:partner", "VEN-02.1"]["verdict"] == "pass"


def test_the_run_is_valid_and_adds_up(run: dict[str, Any]) -> None:
    assert list(Draft7Validator(schema.own("run")).iter_errors(run)) == []
    verdicts = [finding["verdict"] for finding in run["findings"]]
    assert run["summary"]["verdicts"] == {verdict: verdicts.count(verdict) for verdict in run["summary"]["verdicts"]}
    assert len({finding["fingerprint"] for finding in run["findings"]}) == len(verdicts)


@pytest.mark.parametrize("options", [("-j", "2"), ("-j", "2", "--engine", "opa"), ()], ids=" ".join)
def test_the_findings_are_the_same_bytes_however_they_are_judged(
    options: tuple[str, ...], ended: Ended, folder: Path
) -> None:
    again = assay("audit", "out/snapshot", "-o", "again.json", "-fndjson=again.ndjson", *options, folder=folder)
    assert again.code == ended.code
    lines = (folder / "out" / "run.json").read_bytes().splitlines()[1:]
    assert (folder / "again.json").read_bytes().splitlines()[1:] == lines
    assert (folder / "again.ndjson").read_bytes() == (folder / "out" / "report.ndjson").read_bytes()


def test_every_format_tells_the_same_findings(run: dict[str, Any], folder: Path) -> None:
    shown = {name: (folder / "out" / path).read_text("utf-8") for name, path in FORMATS.items()}
    assert json.loads(shown["json"])["findings"] == run["findings"]
    assert [json.loads(line) for line in shown["ndjson"].splitlines()] == run["findings"]
    failed = {one["resource"] for one in run["findings"] if one["verdict"] == "fail" and one["severity"] == "critical"}
    assert failed
    for name in ("text", "html"):
        assert all(resource.rpartition("/")[2] in shown[name] for resource in failed)
        assert "存储桶" in shown[name]
