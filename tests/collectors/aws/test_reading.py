"""A whole account, read from a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from support.aws import BUCKET, OUTSIDER, build_full_bucket, source_of
from support.faults import Proxy
from support.moto import ACCOUNT, Moto
from support.output import MemoryOutput

from collectors.aws import COLLECTOR
from collectors.aws.operations import ASSUME_ROLE
from collectors.aws.services import SERVICES, operations_of

Collect = Callable[..., MemoryOutput]
AWS = {"provider": "aws_s3"}
OPERATIONS = {operation.label for operation in operations_of(sorted(SERVICES))}


def test_every_setting_of_a_bucket_is_read(moto: Moto, collect: Collect) -> None:
    key = build_full_bucket(moto)
    out = collect(endpoint_url=moto.url, **AWS)
    bucket = out.one("storage_bucket", BUCKET)
    assert bucket == {
        "id": BUCKET,
        "name": "full",
        "aliases": ["arn:aws:s3:::full"],
        "source": "cloud",
        "collected_at": out.at,
        "provider": "aws_s3",
        "account_id": ACCOUNT,
        "region": "us-east-1",
        "default_encryption": "sse_kms_customer",
        "kms_key_id": f"aws:{ACCOUNT}:us-east-1:kms:{key.rpartition(':')[2]}",
        "deny_insecure_transport": True,
        "deny_unencrypted_put": True,
        "policy_public": False,
        "external_principals": [OUTSIDER],
        "public_access_block": "partial",
        "acl_public": False,
        "versioning": "enabled",
        "object_lock_mode": "governance",
        "object_lock_days": 730,
        "lifecycle_state": "present",
        "access_logging": "both",
        "log_source_id": f"aws:{ACCOUNT}:us-east-1:cloudtrail:trail/objects",
        "tags": {"Data_Level": "Sensitive"},
        "replication_targets": ["aws:s3:bucket/copies"],
        "unread": [],
    }
    assert out.every("lifecycle_rule") == [
        {
            "id": f"{BUCKET}:lifecycle/old",
            "name": "old",
            "source": "cloud",
            "collected_at": out.at,
            "bucket_id": BUCKET,
            "enabled": True,
            "prefix": "",
            "other_filter": False,
            "covers_whole_bucket": True,
            "expiration_days": 365,
            "noncurrent_expiration_days": 30,
            "abort_multipart_days": 7,
            "unread": [],
        }
    ]
    assert out.incomplete_kinds == {}
    assert out.notes == [f"{moto.url} has no TLS: the server did not prove who it is"]


def test_a_bucket_with_nothing_set_has_facts_and_no_gaps(moto: Moto, collect: Collect) -> None:
    moto.client("s3").create_bucket(Bucket="bare")
    bucket = collect(endpoint_url=moto.url, **AWS).one("storage_bucket", "aws:s3:bucket/bare")
    expected = {
        "default_encryption": "none",
        "kms_key_id": "none",
        "deny_insecure_transport": False,
        "deny_unencrypted_put": False,
        "policy_public": False,
        "external_principals": [],
        "public_access_block": "none",
        "acl_public": False,
        "versioning": "disabled",
        "object_lock_mode": "none",
        "object_lock_days": 0,
        "lifecycle_state": "none",
        "access_logging": "none",
        "log_source_id": "none",
        "tags": {},
        "replication_targets": [],
        "unread": [],
    }
    assert {name: bucket[name] for name in expected} == expected


def test_the_list_of_operations_is_what_is_called_and_nothing_is_written(
    moto: Moto, proxy: Proxy, collect: Collect
) -> None:
    build_full_bucket(moto)
    out = collect(endpoint_url=proxy.url, **AWS)
    assert set(proxy.seen) == OPERATIONS
    assert {line.operation for line in out.ledger} == OPERATIONS
    assert proxy.writes == []


def test_a_role_is_taken_on_first(moto: Moto, proxy: Proxy, tmp_path: Path) -> None:
    role = f"arn:aws:iam::{ACCOUNT}:role/auditor"
    source = source_of(tmp_path, endpoint_url=proxy.url, role_arn=role, external_id="42", **AWS)
    probes = list(COLLECTOR.probe(source))
    assert proxy.seen[0] == ASSUME_ROLE.label
    assert probes[-1].what == f"arn:aws:sts::{ACCOUNT}:assumed-role/auditor/assay"
