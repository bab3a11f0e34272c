"""Real servers, each with an invented estate, started once for all tests of their group."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support import buckets, crm
from support.faults import Proxy, proxy_to
from support.moto import Moto, moto_server
from support.postgres import Postgres, debian_server

#: Everybody gets in with TLS only.
RULES = (f"hostssl all {crm.AUDITOR} 127.0.0.1/32 scram-sha-256", "hostssl all all 10.0.0.0/8 scram-sha-256")


@pytest.fixture(scope="session")
def moto() -> Iterator[Moto]:
    """An AWS API with the invented buckets; tests leave them as they are."""
    with moto_server() as moto:
        buckets.build(moto)
        yield moto


@pytest.fixture(scope="session")
def started_proxy(moto: Moto) -> Iterator[Proxy]:
    with proxy_to(moto.url) as proxy:
        yield proxy


@pytest.fixture
def proxy(started_proxy: Proxy) -> Iterator[Proxy]:
    """The same API, with faults where a test wants them."""
    yield started_proxy
    started_proxy.faults.clear()


@pytest.fixture(scope="session")
def server() -> Iterator[Postgres]:
    """A database server with an auditor who has every documented grant."""
    with debian_server() as server:
        crm.build(server)
        # An address that no machine has: the server listens on loopback alone, and says that it serves a network.
        addresses = "127.0.0.1,192.0.2.1"
        with (
            server.rules(*RULES),
            server.settings(restart=True, listen_addresses=addresses, log_connections="on", log_statement="ddl"),
        ):
            yield server


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No credentials of the machine that runs the tests."""
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AWS_DEFAULT_REGION", "AWS_REGION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "no-config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "no-credentials"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
