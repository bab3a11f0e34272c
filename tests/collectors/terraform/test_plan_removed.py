"""What a plan deletes: it is declared no more, and what it configured is known to be gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import plans
from support.output import MemoryOutput

from collectors.iac.facts import storage_bucket
from collectors.iac.value import Hidden
from collectors.terraform import plan

BUCKET = plans.resource("aws_s3_bucket", "b", {"bucket": "b"}, actions=["no-op"])


def of_bucket(*actions: str) -> dict[str, object]:
    return plans.resource("aws_s3_bucket_public_access_block", "b", {"bucket": "b"}, actions=actions)


def test_what_is_deleted_is_kept_apart_as_it_was(tmp_path: Path) -> None:
    code = plan.read(plans.write(tmp_path / "p.json", [BUCKET, of_bucket("delete")]), "p.json")
    assert [declared.address for declared in code.resources] == ["aws_s3_bucket.b"]
    assert [removed.values["bucket"] for removed in code.removed] == ["b"]


@pytest.mark.parametrize("actions", [("forget",), ("delete", "create"), ("no-op",)])
def test_what_is_forgotten_or_made_anew_is_not_gone(tmp_path: Path, actions: tuple[str, ...]) -> None:
    assert plan.read(plans.write(tmp_path / "p.json", [BUCKET, of_bucket(*actions)]), "p.json").removed == []


def test_a_secret_of_what_is_deleted_stays_hidden(tmp_path: Path) -> None:
    database = plans.resource("aws_db_instance", "d", {"password": "correct-horse"}, actions=["delete"])
    (removed,) = plan.read(plans.write(tmp_path / "p.json", [database]), "p.json").removed
    assert isinstance(removed.values["password"], Hidden)


def test_a_bucket_whose_block_is_deleted_is_open(tmp_path: Path) -> None:
    out = MemoryOutput(basis="declared")
    storage_bucket.build(plan.read(plans.write(tmp_path / "p.json", [BUCKET, of_bucket("delete")]), "p.json"), out)
    assert out.one("storage_bucket", "aws:s3:bucket/b")["public_access_block"] == "none"
