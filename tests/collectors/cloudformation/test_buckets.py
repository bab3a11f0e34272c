from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from support.templates import code, values

from collectors.iac.value import Reference, Unknown


def _of(properties: str, type_: str, folder: Path) -> Mapping[str, Any]:
    text = f"Resources: {{Docs: {{Type: 'AWS::S3::Bucket', Properties: {properties}}}}}"
    found = values(code(text, folder), f"aws_s3_bucket{type_}")
    assert not type_ or found["bucket"].references == (Reference("Docs", "id"),)
    return {name: value for name, value in found.items() if name != "bucket" or not type_}


@pytest.mark.parametrize(
    ("properties", "type_", "expected"),
    [
        (
            "{BucketName: docs, ObjectLockEnabled: true, Tags: [{Key: a, Value: b}]}",
            "",
            {"bucket": "docs", "object_lock_enabled": True, "tags": {"a": "b"}},
        ),
        ("{AccessControl: PublicReadWrite}", "_acl", {"acl": "public-read-write"}),
        ("{AccessControl: BucketOwnerFullControl}", "_acl", {"acl": "bucket-owner-full-control"}),
        (
            (
                "{BucketEncryption: {ServerSideEncryptionConfiguration: [{BucketKeyEnabled: true, "
                "ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}}]}}"
            ),
            "_server_side_encryption_configuration",
            {
                "rule": [
                    {
                        "apply_server_side_encryption_by_default": [{"sse_algorithm": "AES256"}],
                        "bucket_key_enabled": True,
                    }
                ]
            },
        ),
        (
            "{VersioningConfiguration: {Status: Enabled}}",
            "_versioning",
            {"versioning_configuration": [{"status": "Enabled"}]},
        ),
        (
            "{PublicAccessBlockConfiguration: {BlockPublicAcls: true, RestrictPublicBuckets: 'true'}}",
            "_public_access_block",
            {
                "block_public_acls": True,
                "ignore_public_acls": False,
                "block_public_policy": False,
                "restrict_public_buckets": "true",
            },
        ),
        (
            "{OwnershipControls: {Rules: [{ObjectOwnership: ObjectWriter}]}}",
            "_ownership_controls",
            {"rule": [{"object_ownership": "ObjectWriter"}]},
        ),
        (
            "{LoggingConfiguration: {DestinationBucketName: logs}}",
            "_logging",
            {"target_bucket": "logs", "target_prefix": ""},
        ),
        (
            (
                "{ObjectLockConfiguration: {ObjectLockEnabled: Enabled, "
                "Rule: {DefaultRetention: {Mode: COMPLIANCE, Years: 1}}}}"
            ),
            "_object_lock_configuration",
            {
                "object_lock_enabled": "Enabled",
                "rule": [{"default_retention": [{"mode": "COMPLIANCE", "years": 1}]}],
            },
        ),
        (
            "{ReplicationConfiguration: {Role: r, Rules: [{Status: x, Destination: {Bucket: 'arn:aws:s3:::x'}}]}}",
            "_replication_configuration",
            {"role": "r", "rule": [{"status": "x", "destination": [{"bucket": "arn:aws:s3:::x"}]}]},
        ),
    ],
)
def test_a_property_becomes_the_resource_of_its_own(
    properties: str, type_: str, expected: Mapping[str, Any], tmp_path: Path
) -> None:
    assert _of(properties, type_, tmp_path) == expected


def test_a_log_without_a_destination_goes_to_the_bucket_itself(tmp_path: Path) -> None:
    logging = _of("{LoggingConfiguration: {LogFilePrefix: l/}}", "_logging", tmp_path)
    assert logging["target_bucket"].references == (Reference("Docs", "id"),)


def test_settings_stand_on_the_line_and_address_of_the_bucket(tmp_path: Path) -> None:
    found = code(
        """
        Resources:
          Docs:
            Type: AWS::S3::Bucket
            Properties: {VersioningConfiguration: {Status: Enabled}}
        """,
        tmp_path,
    )
    (setting,) = found.of("aws_s3_bucket_versioning")
    assert setting.place == {"path": "template.yaml", "line": 3, "address": "Docs"}
    assert found.users(found.of("aws_s3_bucket")[0], "bucket", "aws_s3_bucket_versioning") == [setting]


def test_a_property_that_is_not_known_leaves_its_setting_open(tmp_path: Path) -> None:
    found = code(
        """
        Resources:
          Docs: {Type: "AWS::S3::Bucket", Properties: {VersioningConfiguration: !ImportValue settings}}
          Whole: {"Fn::Transform": {Name: Make}}
          Made: {Type: "AWS::S3::Bucket", Properties: {"Fn::Transform": {Name: Make}, BucketName: made}}
        """,
        tmp_path,
    )
    docs = next(one for one in found.of("aws_s3_bucket_versioning") if one.place["address"] == "Docs")
    assert isinstance(docs.values["versioning_configuration"][0]["status"], Unknown)
    made = next(one for one in found.of("aws_s3_bucket") if one.address == "Made")
    assert made.values["bucket"] == "made"
    assert isinstance(made.values["tags"], Unknown)
    assert any(one.place["address"] == "Made" for one in found.of("aws_s3_bucket_acl"))
    assert not found.complete
