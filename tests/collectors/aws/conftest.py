"""Servers that the tests of this collector share, and a short way to run it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.aws import source_of
from support.faults import Proxy, proxy_to
from support.moto import Moto, moto_server
from support.output import MemoryOutput
from support.seaweed import Seaweed, seaweed_server

from collectors.aws import COLLECTOR

Collect = Callable[..., MemoryOutput]


@pytest.fixture(scope="session")
def started_moto() -> Iterator[Moto]:
    with moto_server() as moto:
        yield moto


@pytest.fixture
def moto(started_moto: Moto) -> Moto:
    started_moto.reset()
    return started_moto


@pytest.fixture(scope="session")
def seaweed() -> Iterator[Seaweed]:
    with seaweed_server() as seaweed:
        yield seaweed


@pytest.fixture
def proxy(moto: Moto) -> Iterator[Proxy]:
    with proxy_to(moto.url) as proxy:
        yield proxy


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Made-up credentials, and none of the machine that runs the tests."""
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AWS_DEFAULT_REGION", "AWS_REGION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "no-config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "no-credentials"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAMADEUPMADEUP0000")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "made-up")


@pytest.fixture
def collect(tmp_path: Path) -> Collect:
    def run(**options: Any) -> MemoryOutput:
        out = MemoryOutput(source="cloud")
        COLLECTOR.collect(source_of(tmp_path, **options), out)
        return out

    return run
