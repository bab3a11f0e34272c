"""No secret shows in what is written or said, not even when a server plays it back."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from support.aws import source_of
from support.faults import Fault, Proxy
from support.moto import Moto
from support.output import MemoryOutput

from assay.collector import CollectorFailed
from collectors.aws import COLLECTOR
from collectors.aws.operations import CALLER

Collect = Callable[..., MemoryOutput]
AWS = {"provider": "aws_s3"}
SECRETS = {
    "AWS_ACCESS_KEY_ID": "AKIACANARYCANARY0001",
    "AWS_SECRET_ACCESS_KEY": "canary-secret-0002",
    "AWS_SESSION_TOKEN": "canary-token-0003",
}


@pytest.mark.parametrize("label", ["s3:ListBuckets", "s3:GetBucketTagging", CALLER.label])
@pytest.mark.parametrize(("status", "code"), list(zip([200, 400, 403], SECRETS.values(), strict=True)))
def test_a_server_that_plays_secrets_back_gets_them_nowhere(
    label: str,
    status: int,
    code: str,
    moto: Moto,
    proxy: Proxy,
    collect: Collect,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moto.client("s3").create_bucket(Bucket="bare")
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    echo = " ".join(SECRETS.values())
    proxy.faults[label] = Fault(status=status, body=f"<Error><Code>{code}</Code><Message>{echo}</Message>{echo}")
    said = ""
    out = MemoryOutput()
    try:
        out = collect(endpoint_url=proxy.url, **AWS)
    except CollectorFailed:
        said = traceback.format_exc()
    said += out.text() + repr(list(COLLECTOR.probe(source_of(Path.cwd(), endpoint_url=proxy.url, **AWS))))
    assert not [name for name, value in SECRETS.items() if value in said], said


def test_no_secret_of_a_working_source_is_written(
    moto: Moto, collect: Collect, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    moto.client("s3").create_bucket(Bucket="bare")
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    caplog.set_level("INFO")
    said = collect(endpoint_url=moto.url, **AWS).text() + caplog.text
    assert not [name for name, value in SECRETS.items() if value in said]
