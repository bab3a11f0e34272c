"""Records the databases and buckets of the invented organisation from real servers, for the demo to replay.

`PYTHONPATH=.:tests python tests/examples/record.py` writes examples/recorded/ and examples/snapshot/ anew; with
`snapshot` behind it, the latter alone, from what was recorded.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from examples.command import run
from examples.seed_archive import seed_archive
from examples.seed_cloud import auditor, seed_cloud
from examples.seed_databases import (
    CRM_RULES,
    CRM_SETTINGS,
    LEDGER_RULES,
    LEDGER_SETTINGS,
    dsn,
    seed_crm,
    seed_ledger,
)
from support.moto import moto_server
from support.postgres import debian_server, embedded_server
from support.seaweed import KEY, SECRET, seaweed_server

from assay.examples import AS_OF, folder, recorded

Environment = Mapping[str, str]

#: What record.yaml takes from the environment; every name has to be set, whichever system is read.
UNUSED = dict.fromkeys(("CRM_DSN", "CRM_CA", "LEDGER_DSN", "CLOUD_URL", "ARCHIVE_URL"), "unused")


@contextlib.contextmanager
def crm_db() -> Iterator[Environment]:
    """Run the database of the customers; what the collector needs to read it is in the environment."""
    with debian_server() as server:
        seed_crm(server)
        with server.settings(restart=True, **CRM_SETTINGS), server.rules(*CRM_RULES):
            yield {"CRM_DSN": dsn(server, "crm"), "CRM_CA": str(server.certificates.authority)}


@contextlib.contextmanager
def ledger_db() -> Iterator[Environment]:
    """Run the database of the books."""
    with embedded_server() as server:
        seed_ledger(server)
        with server.settings(restart=True, **LEDGER_SETTINGS), server.rules(*LEDGER_RULES):
            yield {"LEDGER_DSN": dsn(server, "ledger")}


@contextlib.contextmanager
def cloud() -> Iterator[Environment]:
    """Run S3, with rights enforced."""
    with moto_server() as moto:
        seed_cloud(moto)
        key, secret = auditor(moto)
        yield {"CLOUD_URL": moto.url, "AWS_ACCESS_KEY_ID": key, "AWS_SECRET_ACCESS_KEY": secret}


@contextlib.contextmanager
def archive() -> Iterator[Environment]:
    """Run the server that speaks S3."""
    with seaweed_server() as seaweed:
        seed_archive(seaweed)
        yield {"ARCHIVE_URL": seaweed.url, "AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": SECRET}


SYSTEMS: Mapping[str, Callable[[], contextlib.AbstractContextManager[Environment]]] = {
    "crm-db": crm_db,
    "ledger-db": ledger_db,
    "cloud": cloud,
    "archive": archive,
}


def record(system: str, target: Path) -> str:
    """Start a system, have the live collector read it into a snapshot, and return what that said."""
    config = folder() / "record.yaml"
    with SYSTEMS[system]() as given:
        done = run("collect", "-c", config, "--only", system, "-o", target, "--now", AS_OF, given={**UNUSED, **given})
    return done.stderr


if __name__ == "__main__":
    for name in () if sys.argv[1:] == ["snapshot"] else SYSTEMS:
        sys.stderr.write(record(name, folder() / "recorded" / name))
    sys.stderr.write(run("collect", "-c", folder() / "assay.yaml", "-o", recorded(), "--now", AS_OF).stderr)
