"""A server that is slow, broken, or changes while it is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.aws import BUCKET, build_full_bucket
from support.faults import DENIED, Fault, Proxy
from support.moto import Moto
from support.output import MemoryOutput

from assay.collector import CollectorFailed
from collectors.aws.services import SERVICES, operations_of

Collect = Callable[..., MemoryOutput]
AWS = {"provider": "aws_s3"}
OPERATIONS = {operation.label for operation in operations_of(sorted(SERVICES))}


def test_throttling_is_told_from_denial(moto: Moto, proxy: Proxy, collect: Collect) -> None:
    moto.client("s3").create_bucket(Bucket="bare")
    proxy.faults["s3:GetBucketTagging"] = Fault("SlowDown", 503)
    out = collect(endpoint_url=proxy.url, **AWS)
    assert out.unread("storage_bucket", "aws:s3:bucket/bare") == {"tags": ("throttled", "s3:GetBucketTagging")}
    assert proxy.seen.count("s3:GetBucketTagging") == 3


def test_buckets_come_in_the_order_of_their_names_however_many_there_are(moto: Moto, collect: Collect) -> None:
    names = [f"bucket-{number:02}" for number in range(20)]
    for name in reversed(names):
        moto.client("s3").create_bucket(Bucket=name)
    out = collect(endpoint_url=moto.url, **AWS)
    assert [record["name"] for record in out.records["storage_bucket"].values()] == names


def test_a_bucket_that_vanishes_is_noted_and_the_kinds_are_incomplete(
    moto: Moto, proxy: Proxy, collect: Collect
) -> None:
    s3 = moto.client("s3")
    s3.create_bucket(Bucket="goes")
    s3.create_bucket(Bucket="stays")
    proxy.before["s3:GetBucketEncryption"] = lambda: s3.delete_bucket(Bucket="goes")
    out = collect(endpoint_url=proxy.url, **AWS)
    assert [bucket["name"] for bucket in out.every("storage_bucket")] == ["stays"]
    assert out.incomplete_kinds.keys() == {"storage_bucket", "lifecycle_rule"}
    assert out.notes[1:] == ["bucket goes vanished while it was read: read again"]
    assert ("aws:s3:bucket/goes", "absent", "NoSuchBucket") in {line[1:4] for line in out.ledger}


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<html>",
        "not XML",
        "<X/>",
        "{}",
        "<A><Rules><Rule/></Rules></A>",
        "<A><Rule><ID>x</ID></Rule></A>",
        '{"a":',
    ],
)
def test_a_broken_answer_breaks_nothing(body: str, moto: Moto, proxy: Proxy, collect: Collect) -> None:
    build_full_bucket(moto)
    for label in OPERATIONS - {"s3:ListBuckets", "sts:GetCallerIdentity"}:
        proxy.faults[label] = Fault(status=200, body=body)
    out = collect(endpoint_url=proxy.url, **AWS)
    unread = out.unread("storage_bucket", BUCKET)
    assert {
        "default_encryption",
        "public_access_block",
        "deny_insecure_transport",
        "acl_public",
    } <= unread.keys()


def test_without_the_list_nothing_can_be_read(proxy: Proxy, collect: Collect) -> None:
    proxy.faults["s3:ListBuckets"] = DENIED
    with pytest.raises(CollectorFailed, match=r"AccessDenied.*grant s3:ListAllMyBuckets") as failed:
        collect(endpoint_url=proxy.url, **AWS)
    assert failed.value.reason == "denied"
