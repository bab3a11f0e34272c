"""A real AWS API on loopback: moto's server, emptied for each test, with IAM enforced where a test asks."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import boto3

from .servers import free_ports, program, running

ACCOUNT = "123456789012"


@dataclass(frozen=True)
class Moto:
    """A running server."""

    url: str

    def client(self, service: str, region: str = "us-east-1") -> Any:
        """Return a client that may do everything."""
        return boto3.client(
            service,
            region_name=region,
            endpoint_url=self.url,
            aws_access_key_id="made-up",
            aws_secret_access_key="made-up",
        )

    def reset(self) -> None:
        """Forget every resource, and enforce nothing."""
        self.enforce(float("inf"))
        self._post("reset", b"")

    def enforce(self, after: float = 0) -> None:
        """Check the IAM policies of every caller, after so many calls."""
        self._post("reset-auth", str(after).encode())

    def _post(self, what: str, body: bytes) -> None:
        url = f"{self.url}/moto-api/{what}"
        with urlopen(Request(url, body, {"Content-Type": "text/plain"}), timeout=10):  # noqa: S310 - loopback
            pass


@contextlib.contextmanager
def moto_server() -> Iterator[Moto]:
    """Run a server until the block ends."""
    (port,) = free_ports(1)
    url = f"http://127.0.0.1:{port}"
    command = [program("moto_server"), "-H", "127.0.0.1", "-p", str(port)]
    with tempfile.TemporaryDirectory() as folder, running(command, f"{url}/moto-api/", Path(folder)):
        yield Moto(url)
