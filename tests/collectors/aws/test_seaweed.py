"""A real server that speaks S3, with its own ways of saying that nothing is set."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from support.aws import RULES
from support.faults import proxy_to
from support.output import MemoryOutput
from support.seaweed import KEY, SECRET, Seaweed

from collectors.aws.operations import CALLER

Collect = Callable[..., MemoryOutput]


@pytest.fixture
def s3(seaweed: Seaweed, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    client = seaweed.client()
    yield client
    for bucket in client.list_buckets()["Buckets"]:
        client.delete_bucket(Bucket=bucket["Name"])


def test_a_fresh_bucket_has_facts_where_the_server_knows_and_gaps_where_it_does_not(
    s3: Any, seaweed: Seaweed, collect: Collect
) -> None:
    s3.create_bucket(Bucket="fresh")
    out = collect(endpoint_url=seaweed.url)
    bucket = out.one("storage_bucket", "s3:cloud:bucket/fresh")
    facts = {
        "provider": "s3_compatible",
        "account_id": "admin",
        "tls_endpoint_id": seaweed.url.removeprefix("http://"),
        "default_encryption": "none",
        "kms_key_id": "none",
        "deny_insecure_transport": False,
        "deny_unencrypted_put": False,
        "policy_public": False,
        "acl_public": False,
        "external_principals": [],
        "versioning": "disabled",
        "object_lock_mode": "none",
        "object_lock_days": 0,
        "lifecycle_state": "none",
        "tags": {},
        "replication_targets": [],
    }
    assert {name: bucket[name] for name in facts} == facts
    assert out.unread("storage_bucket", bucket["id"]) == {
        "region": ("unsupported", "s3:GetBucketLocation"),
        "public_access_block": ("unsupported", "s3:GetPublicAccessBlock"),
        "access_logging": ("unsupported", "s3:GetBucketLogging"),
        "log_source_id": ("unsupported", "s3:GetBucketLogging"),
    }
    assert {line.code for line in out.ledger if line.outcome == "unsupported"} == {"NotImplemented", "empty"}


def test_what_is_set_there_is_read(s3: Any, seaweed: Seaweed, collect: Collect) -> None:
    s3.create_bucket(Bucket="set", ObjectLockEnabledForBucket=True)
    default = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
    s3.put_bucket_encryption(Bucket="set", ServerSideEncryptionConfiguration={"Rules": [default]})
    s3.put_bucket_lifecycle_configuration(Bucket="set", LifecycleConfiguration={"Rules": RULES})
    s3.put_bucket_tagging(Bucket="set", Tagging={"TagSet": [{"Key": "data_level", "Value": "sensitive"}]})
    statement = {
        "Effect": "Allow",
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::set/*",
    }
    s3.put_bucket_policy(Bucket="set", Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
    out = collect(endpoint_url=seaweed.url)
    bucket = out.one("storage_bucket", "s3:cloud:bucket/set")
    facts = {
        "default_encryption": "sse_s3",
        "versioning": "enabled",
        "lifecycle_state": "present",
        "tags": {"data_level": "sensitive"},
        "policy_public": True,
        "external_principals": ["*"],
    }
    assert {name: bucket[name] for name in facts} == facts
    rule = out.one("lifecycle_rule", "s3:cloud:bucket/set:lifecycle/old")
    days = ("expiration_days", "noncurrent_expiration_days", "abort_multipart_days")
    assert [rule[name] for name in days] == [365, 30, 7]


def test_a_bucket_that_is_gone_is_not_taken_for_one_without_encryption(
    s3: Any, seaweed: Seaweed, collect: Collect
) -> None:
    s3.create_bucket(Bucket="goes")
    with proxy_to(seaweed.url) as proxy:
        proxy.before["s3:GetBucketLocation"] = lambda: s3.delete_bucket(Bucket="goes")
        out = collect(endpoint_url=proxy.url, path_style=True)
    assert ("s3:GetBucketEncryption", "absent") in {(line.operation, line.outcome) for line in out.ledger}
    assert out.every("storage_bucket") == []
    assert out.incomplete_kinds.keys() == {"storage_bucket", "lifecycle_rule"}


def test_no_other_service_is_asked(s3: Any, seaweed: Seaweed, collect: Collect) -> None:
    s3.create_bucket(Bucket="fresh")
    assert CALLER.label not in {line.operation for line in collect(endpoint_url=seaweed.url).ledger}
