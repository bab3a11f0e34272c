"""A scan changes nothing: the servers themselves are asked before and after."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError
from support import crm
from support.faults import Proxy
from support.moto import Moto
from support.postgres import SUPERUSER_PASSWORD, Postgres
from support.scans import assay, write_config

from collectors.aws.services import SERVICES, operations_of

pytestmark = pytest.mark.xdist_group("integration-postgresql")

KEYS = {"AWS_ACCESS_KEY_ID": "AKIAMADEUPMADEUP0000", "AWS_SECRET_ACCESS_KEY": "made-up"}
COMMANDS = [("scan", "-q", "-o", "out"), ("doctor",)]

OF_A_BUCKET = (
    *("accelerate_configuration", "acl", "cors", "encryption", "lifecycle_configuration", "location", "logging"),
    *("notification_configuration", "ownership_controls", "policy", "policy_status", "replication"),
    *("request_payment", "tagging", "versioning", "website"),
)


@pytest.fixture
def folder(server: Postgres, started_proxy: Proxy, tmp_path: Path) -> Path:
    crm_db = {"name": "crm-db", "collector": "postgresql", "dsn": "${CRM_DSN}", "sample": {"enabled": True}}
    crm_db |= {"sslrootcert": str(server.certificates.authority)}
    cloud = {"name": "cloud", "collector": "aws", "endpoint_url": started_proxy.url, "provider": "aws_s3"}
    write_config(tmp_path, [crm_db, cloud])
    return tmp_path


@pytest.fixture
def sampled(server: Postgres) -> Iterator[None]:
    grant = "SELECT ON customers, logins"
    with crm.done(server, f"GRANT {grant} TO {crm.AUDITOR}", f"REVOKE {grant} FROM {crm.AUDITOR}", "crm"):
        yield


def state(moto: Moto) -> dict[str, Any]:
    """Return all that is set on all buckets, and what lies in them."""
    s3 = moto.client("s3")
    found: dict[str, Any] = {"buckets": [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]]}
    for name in found["buckets"]:
        calls = [f"get_bucket_{call}" for call in OF_A_BUCKET]
        calls += ["get_public_access_block", "get_object_lock_configuration"]
        if name != "open":  # every read of another bucket is written down in this one, by the service
            calls += ["list_object_versions"]
        for call in calls:
            try:
                answer = getattr(s3, call)(Bucket=name)
            except ClientError as error:
                answer = error.response["Error"]
            answer.pop("ResponseMetadata", None)
            found[f"{name} {call}"] = answer
    trails = moto.client("cloudtrail")
    found["trails"] = trails.describe_trails()["trailList"]
    found["selectors"] = trails.get_event_selectors(TrailName="objects")["EventSelectors"]
    kms = moto.client("kms")
    found["keys"] = [kms.describe_key(KeyId=key["KeyId"])["KeyMetadata"] for key in kms.list_keys()["Keys"]]
    return found


def dump(server: Postgres) -> str:
    """Return every definition, role, grant and row of the server."""
    command = [str(server.binaries / "pg_dumpall"), "-h", str(server.folder), "-p", str(server.port)]
    command += ["-U", "postgres"]
    password = {**os.environ, "PGPASSWORD": SUPERUSER_PASSWORD}
    done = subprocess.run(command, env=password, check=True, capture_output=True, text=True, timeout=60)
    # Each dump guards itself with a key of its own.
    return "".join(line for line in done.stdout.splitlines(True) if "restrict " not in line)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_the_buckets_are_as_they_were(
    command: tuple[str, ...], moto: Moto, proxy: Proxy, server: Postgres, folder: Path
) -> None:
    before = state(moto)
    proxy.seen.clear()
    assert assay(*command, folder=folder, CRM_DSN=crm.dsn(server), **KEYS).code in (0, 1)
    assert set(proxy.seen) <= {operation.label for operation in operations_of(sorted(SERVICES))}
    assert len(proxy.seen) > 15
    assert proxy.writes == []
    assert state(moto) == before


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_the_database_server_is_as_it_was(
    command: tuple[str, ...], server: Postgres, sampled: None, folder: Path
) -> None:
    position = "SELECT pg_current_wal_insert_lsn()"
    before = dump(server)
    for database in ("postgres", "crm", "shop"):
        server.sql("VACUUM", database=database)  # else a reader may tidy up pages that others left
    server.sql("CHECKPOINT")
    (at,) = server.sql(position)
    assert assay(*command, folder=folder, CRM_DSN=crm.dsn(server), **KEYS).code in (0, 1)
    assert server.sql(position) == [at]
    assert dump(server) == before
    assert "CREATE TABLE public.customers" in before


def test_no_session_stays_open(server: Postgres, folder: Path) -> None:
    assert assay("scan", "-q", folder=folder, CRM_DSN=crm.dsn(server), **KEYS).code in (0, 1)
    sessions = server.sql("SELECT usename, application_name FROM pg_stat_activity WHERE usename IS NOT NULL")
    assert not [session for session in sessions if crm.AUDITOR in session or "assay" in session]
