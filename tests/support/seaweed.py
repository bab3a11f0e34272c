"""A real S3-compatible server on loopback: SeaweedFS."""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config

from .servers import free_ports, program, running

KEY, SECRET = "SEAWEEDADMIN", "seaweed-secret"


@dataclass(frozen=True)
class Seaweed:
    """A running server."""

    url: str

    def client(self) -> Any:
        """Return an S3 client that may do everything."""
        return boto3.client(
            "s3",
            region_name="us-east-1",
            endpoint_url=self.url,
            aws_access_key_id=KEY,
            aws_secret_access_key=SECRET,
            config=Config(s3={"addressing_style": "path"}),
        )


@contextlib.contextmanager
def seaweed_server() -> Iterator[Seaweed]:
    """Run a server until the block ends."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        admin = {
            "name": "admin",
            "credentials": [{"accessKey": KEY, "secretKey": SECRET}],
            "actions": ["Admin"],
        }
        (folder / "s3.json").write_text(json.dumps({"identities": [admin]}), "utf-8")
        # Each part opens a second port, its own plus 10,000.
        master, volume, filer, s3 = free_ports(4, below=22_000)
        command = [program("weed"), "server", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", f"-dir={folder}"]
        command += ["-filer", "-s3", "-s3.config=s3.json", "-volume.max=5", "-master.volumeSizeLimitMB=16"]
        command += [f"-master.port={master}", f"-volume.port={volume}"]
        command += [f"-filer.port={filer}", f"-s3.port={s3}", "-s3.port.iceberg=0", "-s3.port.lance=0"]
        command += [f"-s3.localSocket={folder / 's3.sock'}", "-master.telemetry=false"]
        url = f"http://127.0.0.1:{s3}"
        with running(command, f"{url}/healthz", folder):
            yield Seaweed(url)
