"""What goes wrong with a call, in the words of the ledger."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from botocore.exceptions import ConnectionClosedError, NoCredentialsError, ProfileNotFound, ReadTimeoutError
from support.faults import Fault, Proxy
from support.moto import Moto
from support.output import MemoryOutput

from collectors.aws.errors import trouble_of
from collectors.aws.guard import OperationRefused
from collectors.aws.reach import Reach
from collectors.aws.trouble import CallFailed, Trouble

Collect = Callable[..., MemoryOutput]
AWS = {"provider": "aws_s3"}


@pytest.mark.parametrize(
    ("error", "reason", "outcome"),
    [
        (ReadTimeoutError(endpoint_url="x"), "timeout", "timeout"),
        (ConnectionClosedError(endpoint_url="x"), "connection_lost", "error"),
        (NoCredentialsError(), "denied", "denied"),
        (ProfileNotFound(profile="x"), "denied", "denied"),
        (OperationRefused("s3:HeadBucket"), "unsupported", "unsupported"),
        (ValueError("invalid literal for int()"), "corrupt", "error"),
    ],
)
def test_errors_without_an_answer_have_a_reason(error: Exception, reason: str, outcome: str) -> None:
    trouble = trouble_of(error)
    assert (trouble.reason, trouble.outcome, trouble.code) == (reason, outcome, type(error).__name__)


@pytest.mark.parametrize(
    ("fault", "reason", "code"),
    [
        (Fault("AccessDenied", 403), "denied", "AccessDenied"),
        (Fault("SomethingNew", 403), "denied", "SomethingNew"),
        (Fault("ExpiredToken", 400), "denied", "ExpiredToken"),
        (Fault("NotImplemented", 501), "unsupported", "NotImplemented"),
        (Fault("MethodNotAllowed", 405), "unsupported", "MethodNotAllowed"),
        (Fault("MalformedPolicy", 400), "corrupt", "MalformedPolicy"),
        (
            Fault("PermanentRedirect", 301),
            "unsupported",
            "OperationRefused",
        ),  # botocore then asks for HeadBucket
        (
            Fault("two words & <b>markup</b>".replace("<", "&lt;").replace("& ", "&amp; "), 400),
            "corrupt",
            "400",
        ),
    ],
)
def test_an_error_of_the_server_has_a_reason(
    fault: Fault, reason: str, code: str, moto: Moto, proxy: Proxy, collect: Collect
) -> None:
    moto.client("s3").create_bucket(Bucket="bare")
    proxy.faults["s3:GetBucketTagging"] = fault
    out = collect(endpoint_url=proxy.url, **AWS)
    assert out.unread("storage_bucket", "aws:s3:bucket/bare") == {"tags": (reason, "s3:GetBucketTagging")}
    assert [line.code for line in out.ledger if line.operation == "s3:GetBucketTagging"] == [code]


def test_a_connection_that_is_cut_is_lost(moto: Moto, proxy: Proxy, collect: Collect) -> None:
    moto.client("s3").create_bucket(Bucket="bare")
    proxy.faults["s3:GetBucketTagging"] = Fault(drops=True)
    out = collect(endpoint_url=proxy.url, **AWS)
    assert out.unread("storage_bucket", "aws:s3:bucket/bare")["tags"][0] == "connection_lost"


def test_an_endpoint_that_lost_three_calls_in_a_row_is_given_up() -> None:
    reach, lost = Reach(), Trouble("timeout", "ReadTimeoutError")
    for trouble in (lost, lost, None, lost, lost, Trouble("denied", "AccessDenied"), lost, lost):
        reach.note(("s3", "eu-west-1"), trouble)
        reach.check(("s3", "eu-west-1"))
    reach.note(("s3", "eu-west-1"), lost)
    reach.note(("s3", "eu-west-1"), None)
    with pytest.raises(CallFailed) as failed:
        reach.check(("s3", "eu-west-1"))
    assert failed.value.trouble == lost
    reach.check(("s3", "eu-north-1"))
