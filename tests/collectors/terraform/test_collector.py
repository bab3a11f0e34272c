"""The collector: a plan or a folder becomes facts, and what it cannot read is told."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from support.output import MemoryOutput
from support.terraform_folders import write
from support.terraform_plans import change, document, module, written

from assay.collector import CollectorFailed, Source
from collectors.iac import stating
from collectors.terraform import COLLECTOR

BUCKET = document([change("aws_s3_bucket.b", {"bucket": "named"})], module(written("aws_s3_bucket.b")))
ZONE = ZoneInfo("Asia/Shanghai")


def source(folder: Path, path: str, **options: Any) -> Source:
    at = datetime(2026, 11, 21, 12, tzinfo=ZONE)
    return Source("code", "terraform", {"path": path, **options}, folder, ZONE, at, {})


def plan_in(folder: Path, content: object = BUCKET) -> Path:
    (folder / "plan.json").write_text(json.dumps(content))
    return folder


def test_it_feeds_every_kind_that_code_can_feed(tmp_path: Path) -> None:
    kinds = COLLECTOR.kinds(source(tmp_path, "plan.json"))
    assert kinds == stating.kinds()
    assert len(set(kinds)) == len(kinds)
    assert {"storage_bucket", "database_instance", "encryption_key"} <= set(kinds)


@pytest.mark.parametrize("path", ["plan.json", "infra"])
def test_a_plan_and_a_folder_become_records(tmp_path: Path, path: str) -> None:
    plan_in(tmp_path)
    write(tmp_path / "infra", main__tf='resource "aws_s3_bucket" "b" {\n  bucket = "named"\n}\n')
    out = MemoryOutput(basis="declared")
    COLLECTOR.collect(source(tmp_path, path), out)
    assert out.one("storage_bucket", "aws:s3:bucket/named")["place"]["address"] == "aws_s3_bucket.b"
    assert (out.ledger[0].target, out.ledger[0].outcome) == (path, "ok")
    assert out.incomplete_kinds == {}


def test_places_are_as_the_user_calls_the_path(tmp_path: Path) -> None:
    out = MemoryOutput(basis="declared")
    COLLECTOR.collect(source(plan_in(tmp_path), "plan.json", shown="deploy/plan.json"), out)
    assert out.one("storage_bucket", "aws:s3:bucket/named")["place"]["path"] == "deploy/plan.json"


def test_where_a_module_is_missing_no_kind_is_whole(tmp_path: Path) -> None:
    write(tmp_path, main__tf='module "far" {\n  source = "example/far/aws"\n}\n')
    out = MemoryOutput(basis="declared")
    COLLECTOR.collect(source(tmp_path, "."), out)
    assert set(out.incomplete_kinds) == set(stating.kinds())
    assert {reason for reason, _ in out.incomplete_kinds.values()} == {"partial"}
    assert len(out.notes) == 1


def test_a_plan_that_cannot_be_read_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(CollectorFailed, match=r"^plan\.json: "):
        COLLECTOR.collect(source(plan_in(tmp_path, []), "plan.json"), MemoryOutput())


def test_the_doctor_is_told_whether_the_code_can_be_read(tmp_path: Path) -> None:
    (good,) = COLLECTOR.probe(source(plan_in(tmp_path), "plan.json"))
    assert (good.what, good.outcome) == ("read plan.json", "ok")
    (bad,) = COLLECTOR.probe(source(plan_in(tmp_path, []), "plan.json"))
    assert (bad.outcome, "is no plan" in bad.detail) == ("failed", True)


def test_the_doctor_is_told_of_modules_that_are_missing(tmp_path: Path) -> None:
    write(tmp_path, main__tf='module "far" {\n  source = "example/far/aws"\n}\n')
    assert [probe.outcome for probe in COLLECTOR.probe(source(tmp_path, "."))] == ["ok", "failed"]
