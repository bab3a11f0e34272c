"""Buckets as code and the same buckets as an API shows them: the same verdict, severity and reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from equivalence import live
from equivalence.formats import LIVE, by_plan
from equivalence.model import Bucket
from equivalence.options.storage import BUCKETS
from equivalence.permitted import differences
from equivalence.table import named
from equivalence.terraform.terms import Style
from support.moto import Moto, moto_server

ESTATE = {name: thing for name, thing in named(BUCKETS).items() if isinstance(thing, Bucket)}
#: A range that is everybody: the server takes any condition for one that keeps the public out, AWS does not.
LEFT_OUT = {name for name, bucket in ESTATE.items() if "internet" in bucket.policy}


@pytest.fixture(scope="module")
def moto() -> Iterator[Moto]:
    with moto_server() as moto:
        yield moto


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No credentials of the machine that runs the tests."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAMADEUPMADEUP0000")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "made-up")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AWS_DEFAULT_REGION", "AWS_REGION"):
        monkeypatch.delenv(name, raising=False)


def test_code_and_cloud_give_the_same_verdicts(moto: Moto, tmp_path: Path) -> None:
    estate = {name: bucket for name, bucket in ESTATE.items() if name not in LEFT_OUT}
    seen = live.scan(moto, estate, tmp_path)
    checks = {check for check, _ in seen}
    declared = {key: said for key, said in by_plan(estate, Style()).items() if key[0] in checks}
    assert len(checks) >= 8
    assert not list(differences(estate, declared, seen, LIVE))
