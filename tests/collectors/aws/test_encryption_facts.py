"""Default encryption and its key, from answers that no server here gives."""

from __future__ import annotations

from typing import Any

import pytest
from support.aws_calls import bucket, read

from collectors.aws.trouble import Trouble

DENIED = Trouble("denied", "AccessDenied")
OWN_KEY = "arn:aws:kms:eu-west-1:123456789012:key/1"


def encryption(algorithm: str, key: str | None = None) -> dict[str, Any]:
    default = {"SSEAlgorithm": algorithm} | ({"KMSMasterKeyID": key} if key else {})
    rules = [{"ApplyServerSideEncryptionByDefault": default, "BucketKeyEnabled": True}]
    return {"s3:GetBucketEncryption": {"ServerSideEncryptionConfiguration": {"Rules": rules}}}


def key(manager: str, arn: str = OWN_KEY) -> dict[str, Any]:
    return {"kms:DescribeKey": {"KeyMetadata": {"KeyManager": manager, "Arn": arn}}}


@pytest.mark.parametrize(
    ("answers", "mode", "key_id"),
    [
        (encryption("AES256"), "sse_s3", "none"),
        (encryption("aws:kms"), "sse_kms_managed", "none"),
        (encryption("aws:kms", "alias/aws/s3"), "sse_kms_managed", "none"),
        (encryption("aws:kms", "arn:aws:kms:eu-west-1:123456789012:alias/aws/s3"), "sse_kms_managed", "none"),
        (
            encryption("aws:kms", OWN_KEY) | key("CUSTOMER"),
            "sse_kms_customer",
            "aws:123456789012:eu-west-1:kms:key/1",
        ),
        (
            encryption("aws:kms:dsse", "1") | key("CUSTOMER"),
            "sse_kms_customer",
            "aws:123456789012:eu-west-1:kms:key/1",
        ),
        (
            encryption("aws:kms", "alias/x") | key("AWS"),
            "sse_kms_managed",
            "aws:123456789012:eu-west-1:kms:key/1",
        ),
    ],
)
def test_the_manager_of_the_key_decides_the_mode(answers: dict[str, Any], mode: str, key_id: str) -> None:
    made = bucket(answers)
    assert (made["default_encryption"], made["kms_key_id"]) == (mode, key_id)


def test_a_key_that_cannot_be_described_leaves_the_mode_unread_but_its_id_known() -> None:
    made = bucket(encryption("aws:kms", OWN_KEY) | {"kms:DescribeKey": DENIED})
    assert made["unread"] == {"default_encryption": ("denied", "kms:DescribeKey")}
    assert made["kms_key_id"] == "aws:123456789012:eu-west-1:kms:key/1"


def test_an_alias_that_cannot_be_described_leaves_both_unread() -> None:
    made = bucket(encryption("aws:kms", "alias/x") | {"kms:DescribeKey": DENIED})
    assert made["unread"].keys() == {"default_encryption", "kms_key_id"}


def test_a_key_is_described_in_its_own_region() -> None:
    answers = encryption("aws:kms", OWN_KEY.replace("eu-west-1", "eu-north-1")) | key("CUSTOMER")
    _, calls = read(answers | {"s3:GetBucketLocation": {"LocationConstraint": "eu-west-3"}})
    assert {label: region for label, region, _ in calls.asked}["kms:DescribeKey"] == "eu-north-1"


@pytest.mark.parametrize("body", [{}, {"Rules": []}, {"Rules": [{}]}])
def test_an_encryption_without_a_default_is_no_fact(body: dict[str, Any]) -> None:
    made = bucket({"s3:GetBucketEncryption": {"ServerSideEncryptionConfiguration": body}})
    assert made["unread"]["default_encryption"] == ("unsupported", "s3:GetBucketEncryption")


def test_an_encryption_that_is_not_known_is_no_fact() -> None:
    assert bucket(encryption("rot13"))["unread"]["default_encryption"][0] == "unsupported"


def test_an_arn_of_another_shape_stands_as_it_is() -> None:
    assert bucket(encryption("aws:kms", "x") | key("CUSTOMER", "arn:aws:kms"))["kms_key_id"] == "arn:aws:kms"


def test_a_manager_that_aws_does_not_document_is_no_fact() -> None:
    made = bucket(encryption("aws:kms", OWN_KEY) | key("NOBODY"))
    assert made["unread"] == {"default_encryption": ("corrupt", "kms:DescribeKey")}
