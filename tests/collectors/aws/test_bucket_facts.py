"""Further facts of a bucket, from answers that no server here gives."""

from __future__ import annotations

from typing import Any

import pytest
from support.aws_calls import bucket, read

from collectors.aws.trouble import Trouble

DENIED = Trouble("denied", "AccessDenied")


@pytest.mark.parametrize(
    ("lock", "mode", "days"),
    [
        ({"ObjectLockEnabled": "Enabled"}, "none", 0),
        ({"Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": 30}}}, "compliance", 30),
        ({"Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Years": 5}}}, "governance", 1825),
    ],
)
def test_object_lock_counts_by_its_default_in_days(lock: dict[str, Any], mode: str, days: int) -> None:
    made = bucket({"s3:GetObjectLockConfiguration": {"ObjectLockConfiguration": lock}})
    assert (made["object_lock_mode"], made["object_lock_days"]) == (mode, days)


def test_only_enabled_replication_counts() -> None:
    rules = [
        {"Status": state, "Destination": {"Bucket": f"arn:aws:s3:::{state.lower()}"}}
        for state in ("Enabled", "Disabled", "Enabled")
    ]
    made = bucket({"s3:GetBucketReplication": {"ReplicationConfiguration": {"Rules": rules}}})
    assert made["replication_targets"] == ["aws:s3:bucket/enabled"]


@pytest.mark.parametrize(
    ("location", "region"), [("EU", "eu-west-1"), ("cn-north-1", "cn-north-1"), (None, "us-east-1")]
)
def test_the_region_has_its_name_of_today(location: str | None, region: str) -> None:
    assert bucket({"s3:GetBucketLocation": {"LocationConstraint": location}})["region"] == region


def test_the_list_tells_the_region_where_the_location_is_denied() -> None:
    listed = {"s3:ListBuckets": {"Buckets": [{"Name": "b", "BucketRegion": "ap-east-1"}]}}
    assert bucket(listed | {"s3:GetBucketLocation": DENIED})["region"] == "ap-east-1"


def test_aws_is_told_whose_the_bucket_has_to_be() -> None:
    _, calls = read({})
    owners = {parameters.get("ExpectedBucketOwner") for label, _, parameters in calls.asked if "Bucket" in parameters}
    assert owners == {"123456789012"}


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"s3:GetBucketVersioning": {"Status": "Sometimes"}}, "versioning"),
        ({"s3:GetBucketLogging": {"LoggingEnabled": {"TargetPrefix": "x"}}}, "access_logging"),
        ({"s3:GetBucketAcl": {"Grants": []}}, "acl_public"),
        (
            {"s3:GetBucketPolicy": DENIED, "s3:GetBucketPolicyStatus": {"PolicyStatus": {"IsPublic": ""}}},
            "policy_public",
        ),
    ],
)
def test_an_answer_that_aws_does_not_document_is_no_fact(answers: dict[str, Any], field: str) -> None:
    assert bucket(answers)["unread"][field][0] == "corrupt"
