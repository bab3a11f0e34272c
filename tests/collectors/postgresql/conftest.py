"""Real servers with an invented estate."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.crm import AUDITOR, build, collect_from
from support.output import MemoryOutput
from support.postgres import Postgres, debian_server, embedded_server

#: Nobody gets in from outside without TLS, and nobody without a password.
RULES = (f"hostssl all {AUDITOR} 127.0.0.1/32 scram-sha-256", "hostssl all all 10.0.0.0/8 scram-sha-256")


@pytest.fixture(scope="session")
def server() -> Iterator[Postgres]:
    """A server with TLS."""
    with debian_server() as server:
        build(server)
        with server.rules(*RULES):
            yield server


@pytest.fixture(scope="session")
def newest() -> Iterator[Postgres]:
    """PostgreSQL 18, built without TLS."""
    with embedded_server() as server:
        build(server)
        with server.rules("host all all 127.0.0.1/32 scram-sha-256"):
            yield server


@pytest.fixture(scope="session")
def estate(server: Postgres) -> MemoryOutput:
    """The server as it is read with every grant."""
    return collect_from(server)
