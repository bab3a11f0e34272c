"""A bucket as code declares it and the same bucket as S3 answers for it give the same facts."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support import aws_calls
from support.declared_buckets import ACCOUNT, bucket, one, resource, setting

OUTSIDE = {"name", "source", "collected_at", "unread", "basis_of", "place", "region", "account_id"}
POLICY = json.dumps(
    {
        "Statement": [
            {
                "Effect": "Deny",
                "Principal": "*",
                "Action": "s3:*",
                "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
                "Condition": {"Bool": {"aws:SecureTransport": "false"}},
            },
            {"Effect": "Allow", "Principal": {"AWS": "999988887777"}, "Action": "s3:*", "Resource": "arn:aws:s3:::b/*"},
        ]
    }
)
BLOCK = {"block_public_acls": True, "ignore_public_acls": True, "block_public_policy": True}
LOCK = {"mode": "COMPLIANCE", "days": 400}
RULES = [{"id": "r", "status": "Enabled", "filter": [{"prefix": "a/"}], "expiration": [{"days": 30}]}]
TRAIL: dict[str, Any] = {
    "name": "t",
    "is_multi_region_trail": True,
    "event_selector": [{"data_resource": [{"type": "AWS::S3::Object", "values": ["arn:aws:s3"]}]}],
}


def encryption(algorithm: str) -> dict[str, Any]:
    rules = [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": algorithm}}]
    return {"s3:GetBucketEncryption": {"ServerSideEncryptionConfiguration": {"Rules": rules}}}


NEW: dict[str, Any] = {
    **encryption("AES256"),
    "s3:GetPublicAccessBlock": {
        "PublicAccessBlockConfiguration": dict.fromkeys(
            ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"), True
        )
    },
    "s3:GetBucketOwnershipControls": {"OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}},
}
CASES: list[tuple[list[Any], dict[str, Any]]] = [
    ([], {}),
    (
        [
            setting(
                "server_side_encryption_configuration",
                rule=[{"apply_server_side_encryption_by_default": [{"sse_algorithm": "aws:kms"}]}],
            )
        ],
        encryption("aws:kms"),
    ),
    ([setting("policy", policy=POLICY)], {"s3:GetBucketPolicy": {"Policy": POLICY}}),
    (
        [setting("public_access_block", **BLOCK)],
        {
            "s3:GetPublicAccessBlock": {
                "PublicAccessBlockConfiguration": dict.fromkeys(
                    ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy"), True
                )
            }
        },
    ),
    (
        [setting("versioning", versioning_configuration=[{"status": "Suspended"}])],
        {"s3:GetBucketVersioning": {"Status": "Suspended"}},
    ),
    (
        [setting("object_lock_configuration", rule=[{"default_retention": [LOCK]}])],
        {
            "s3:GetObjectLockConfiguration": {
                "ObjectLockConfiguration": {"Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": 400}}}
            }
        },
    ),
    (
        [setting("lifecycle_configuration", rule=RULES)],
        {"s3:GetBucketLifecycleConfiguration": {"Rules": [{"ID": "r", "Status": "Enabled"}]}},
    ),
    ([setting("logging", target_bucket="l")], {"s3:GetBucketLogging": {"LoggingEnabled": {"TargetBucket": "l"}}}),
    (
        [resource("aws_cloudtrail.t", **TRAIL)],
        {
            "cloudtrail:DescribeTrails": {
                "trailList": [
                    {"TrailARN": f"arn:aws:cloudtrail:eu-west-1:{ACCOUNT}:trail/t", "HomeRegion": "eu-west-1"}
                ]
            },
            "cloudtrail:GetTrailStatus": {"IsLogging": True},
            "cloudtrail:GetEventSelectors": {
                "EventSelectors": [{"DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3"]}]}]
            },
        },
    ),
]


@pytest.mark.parametrize(("settings", "answers"), CASES)
def test_code_and_cloud_state_the_same(settings: list[Any], answers: dict[str, Any]) -> None:
    declared, read = one(bucket(), *settings), aws_calls.bucket(NEW | answers)
    facts = {field: value for field, value in declared.items() if field not in OUTSIDE}
    assert {field: read.get(field) for field in facts} == facts
