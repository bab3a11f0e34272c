"""Which buckets are read, and what is said of those that are not."""

from __future__ import annotations

from typing import Any

import pytest
from support.aws_calls import ARN, read
from support.output import MemoryOutput

from assay.collector import CollectorFailed
from collectors.aws.trouble import Trouble

DENIED = Trouble("denied", "AccessDenied")
TWO = {
    "s3:ListBuckets": {
        "Buckets": [{"Name": "far", "BucketRegion": "eu-north-1"}, {"Name": "b", "BucketRegion": "eu-west-1"}]
    }
}
BOTH = {"storage_bucket", "lifecycle_rule"}


def names(out: MemoryOutput) -> list[str]:
    return [record["name"] for record in out.every("storage_bucket")]


def test_an_account_without_buckets_is_read_wholly() -> None:
    out, _ = read({"s3:ListBuckets": {}})
    assert (out.records, out.incomplete_kinds) == ({}, {})


def test_buckets_that_are_named_are_the_only_ones_read_and_the_rest_is_said_to_be_missing() -> None:
    out, _ = read(TWO, buckets=["b"])
    assert names(out) == ["b"]
    assert out.incomplete_kinds == dict.fromkeys(BOTH, ("partial", "s3:ListBuckets"))


def test_a_named_bucket_that_is_not_there_is_noted() -> None:
    out, _ = read(TWO, buckets=["b", "far", "gone"])
    assert names(out) == ["b", "far"]
    assert out.notes == ["the account has no bucket gone: correct `buckets`"]
    assert ("s3:ListBuckets", "aws:s3:bucket/gone", "absent") in {line[:3] for line in out.ledger}
    assert out.incomplete_kinds == {}


def test_named_buckets_need_no_list() -> None:
    out, _ = read({"s3:ListBuckets": DENIED}, buckets=["b"])
    assert names(out) == ["b"]
    assert out.incomplete_kinds == dict.fromkeys(BOTH, ("partial", "s3:ListBuckets"))


@pytest.mark.parametrize(
    ("trouble", "line"),
    [
        (DENIED, r"\(AccessDenied\): it is not permitted: grant s3:ListAllMyBuckets"),
        (Trouble("denied", "ExpiredToken"), r"\(ExpiredToken\): the session has expired: log in again"),
        (Trouble("denied", "InvalidAccessKeyId"), "the credentials are not accepted here"),
        (Trouble("denied", "NoCredentialsError"), "no credentials were found"),
        (Trouble("connection_lost", "EndpointConnectionError"), "no answer: check `endpoint_url`"),
        (Trouble("connection_lost", "SSLError"), "its certificate is not trusted: set `ca_bundle`"),
        (Trouble("timeout", "ConnectTimeoutError"), "no answer"),
        (Trouble("corrupt", "AuthorizationHeaderMalformed"), "check `endpoint_url` and `regions`"),
    ],
)
def test_without_a_list_one_line_says_what_to_do(trouble: Trouble, line: str) -> None:
    with pytest.raises(CollectorFailed, match=line) as failed:
        read({"s3:ListBuckets": trouble})
    assert failed.value.reason == trouble.reason
    assert "\n" not in str(failed.value)


def test_credentials_that_are_refused_stop_even_buckets_that_are_named() -> None:
    with pytest.raises(CollectorFailed, match="expired"):
        read({"s3:ListBuckets": Trouble("denied", "ExpiredToken")}, buckets=["b"])


def test_a_list_that_breaks_off_keeps_what_came_and_says_why_the_rest_is_missing() -> None:
    pages: list[Any] = [{"Buckets": [{"Name": "b"}]}, Trouble("connection_lost", "ConnectionClosedError")]
    out, _ = read({"s3:ListBuckets": pages})
    assert names(out) == ["b"]
    assert out.incomplete_kinds == dict.fromkeys(BOTH, ("connection_lost", "s3:ListBuckets"))


def test_regions_leave_the_others_out_and_say_so() -> None:
    out, _ = read(TWO | {"s3:GetBucketLocation": DENIED}, regions=["eu-west-1"])
    assert names(out) == ["b"]
    assert out.incomplete_kinds == dict.fromkeys(BOTH, ("partial", "s3:ListBuckets"))


def test_a_bucket_in_an_unknown_region_is_read() -> None:
    out, _ = read({"s3:GetBucketLocation": DENIED}, regions=["eu-west-1"])
    assert names(out) == ["b"]


def test_a_foreign_account_is_not_read() -> None:
    with pytest.raises(CollectorFailed, match="account '123456789012' is none of `accounts`"):
        read({}, accounts=["210987654321"])
    assert names(read({}, accounts=["123456789012"])[0]) == ["b"]


def test_an_account_that_cannot_be_told_is_not_read_where_accounts_are_listed() -> None:
    for answer in (DENIED, {}, {"Account": "123456789012", "Arn": "nonsense"}):
        with pytest.raises(CollectorFailed, match="the account cannot be told"):
            read({"sts:GetCallerIdentity": answer}, accounts=["123456789012"])


def test_an_identity_that_aws_does_not_document_is_no_fact() -> None:
    out, _ = read({"sts:GetCallerIdentity": {"Account": "1", "Arn": "nonsense"}})
    assert out.unread("storage_bucket", "aws:s3:bucket/b")["account_id"] == (
        "corrupt",
        "sts:GetCallerIdentity",
    )


@pytest.mark.parametrize("partition", ["aws", "aws-cn", "aws-us-gov"])
def test_arns_have_the_partition_of_the_identity(partition: str) -> None:
    identity = {"Account": "123456789012", "Arn": ARN.replace("arn:aws:", f"arn:{partition}:")}
    out, _ = read({"sts:GetCallerIdentity": identity})
    assert out.one("storage_bucket", "aws:s3:bucket/b")["aliases"] == [f"arn:{partition}:s3:::b"]


@pytest.mark.parametrize(
    ("home", "partition"), [("cn-north-1", "aws-cn"), ("us-gov-west-1", "aws-us-gov"), ("eu-west-1", "aws")]
)
def test_without_an_identity_arns_have_the_partition_of_the_region(home: str, partition: str) -> None:
    out, _ = read({"sts:GetCallerIdentity": DENIED}, home=home)
    assert out.one("storage_bucket", "aws:s3:bucket/b")["aliases"] == [f"arn:{partition}:s3:::b"]
