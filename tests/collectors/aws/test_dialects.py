"""Servers that speak S3, and how each says that nothing is set."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.aws_calls import bucket, read

from assay.collector import CollectorFailed
from collectors.aws.dialect import AWS, CEPH, OTHER, SEAWEEDFS, Dialect, detect
from collectors.aws.trouble import Trouble

CEPH_ANSWERS = {
    "s3:GetBucketEncryption": {},
    "s3:GetBucketOwnershipControls": {},
    "s3:GetBucketLogging": {},
    "s3:GetPublicAccessBlock": {"PublicAccessBlockConfiguration": {"BlockPublicAcls": False}},
    "s3:GetBucketPolicyStatus": {"PolicyStatus": {"IsPublic": False}},
}


@pytest.mark.parametrize(
    ("server", "provider", "expected"),
    [
        ("AmazonS3", "", AWS),
        ("SeaweedFS 30GB 4.48", "", SEAWEEDFS),
        ("Ceph Object Gateway (squid)", "", CEPH),
        ("nginx", "", OTHER),
        ("", "", OTHER),
        ("Werkzeug/3.1", "aws_s3", AWS),
        ("SeaweedFS 30GB 4.48", "s3_compatible", SEAWEEDFS),
        ("AmazonS3", "s3_compatible", OTHER),
    ],
)
def test_the_server_header_tells_the_dialect_unless_it_is_configured(
    server: str, provider: str, expected: Dialect
) -> None:
    assert detect(server, provider) is expected


def test_an_empty_answer_of_ceph_is_no_fact() -> None:
    made = bucket(CEPH_ANSWERS, "Ceph Object Gateway (pacific)")
    assert made["unread"] == {
        "region": ("unsupported", "s3:GetBucketLocation"),
        "default_encryption": ("unsupported", "s3:GetBucketEncryption"),
        "kms_key_id": ("unsupported", "s3:GetBucketEncryption"),
        "access_logging": ("unsupported", "s3:GetBucketLogging"),
        "log_source_id": ("unsupported", "s3:GetBucketLogging"),
    }
    assert (made["public_access_block"], made["policy_public"], made["versioning"]) == (
        "none",
        False,
        "disabled",
    )


def test_an_empty_answer_of_an_unknown_server_is_never_a_fact() -> None:
    answers: dict[str, Any] = {
        "s3:GetBucketVersioning": {},
        "s3:GetObjectLockConfiguration": {},
        "s3:GetBucketTagging": {},
        "s3:GetBucketAcl": {},
        "s3:GetBucketPolicyStatus": {},
        "s3:GetBucketLifecycleConfiguration": {},
    }
    made = bucket(answers, "X")
    assert {"versioning", "object_lock_mode", "tags", "acl_public", "lifecycle_state"} <= made["unread"].keys()


def test_only_s3_is_asked_of_a_server_that_speaks_only_s3() -> None:
    _, calls = read({}, "SeaweedFS 30GB 4.48")
    assert {label.partition(":")[0] for label, _, _ in calls.asked} == {"s3"}
    assert all("ExpectedBucketOwner" not in parameters for _, _, parameters in calls.asked)


def test_a_bucket_there_is_told_apart_by_its_source_and_has_an_endpoint() -> None:
    made = bucket({}, "SeaweedFS 30GB 4.48")
    assert (made["id"], made["provider"]) == ("s3:cloud:bucket/b", "s3_compatible")
    assert (made["account_id"], made["tls_endpoint_id"]) == ("owner", "storage.example.com:9000")
    assert "aliases" not in made


def test_an_owner_that_is_not_named_is_unread() -> None:
    made = bucket({"s3:ListBuckets": {"Buckets": [{"Name": "b"}]}}, "X")
    assert made["unread"]["account_id"] == ("not_in_source", "s3:ListBuckets")


def test_a_kms_key_there_may_be_anybodys() -> None:
    default = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "vault-7"}}
    made = bucket({"s3:GetBucketEncryption": {"ServerSideEncryptionConfiguration": {"Rules": [default]}}}, "X")
    assert made["unread"]["default_encryption"] == ("unsupported", "kms:DescribeKey")
    assert made["kms_key_id"] == "vault-7"
    del default["ApplyServerSideEncryptionByDefault"]["KMSMasterKeyID"]
    made = bucket({"s3:GetBucketEncryption": {"ServerSideEncryptionConfiguration": {"Rules": [default]}}}, "X")
    assert made["unread"]["kms_key_id"] == ("not_in_source", "s3:GetBucketEncryption")


@pytest.mark.parametrize(("public", "expected"), [(True, True), (False, True)])
def test_a_policy_that_is_public_as_written_is_public_whatever_the_server_says(public: bool, expected: bool) -> None:
    statement = {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}
    answers: dict[str, Any] = {
        "s3:GetBucketPolicy": {"Policy": json.dumps({"Statement": statement})},
        "s3:GetBucketPolicyStatus": {"PolicyStatus": {"IsPublic": public}},
    }
    assert bucket(answers, "X")["policy_public"] is expected


def test_users_of_the_server_itself_are_no_outsiders() -> None:
    named = ["arn:aws:iam:::user/app", "arn:aws:iam::owner:user/app", "arn:aws:iam::tenant:user/other"]
    statement = {"Effect": "Allow", "Principal": {"AWS": named}, "Action": "*", "Resource": "*"}
    made = bucket({"s3:GetBucketPolicy": {"Policy": json.dumps({"Statement": statement})}}, "X")
    assert made["external_principals"] == ["arn:aws:iam::tenant:user/other"]


def test_accounts_hold_for_the_owner_there_too() -> None:
    with pytest.raises(CollectorFailed, match="account 'owner' is none of `accounts`"):
        read({}, "X", accounts=["123456789012"])
    assert read({}, "X", accounts=["owner"])[0].every("storage_bucket")


def test_what_a_server_does_not_implement_is_unsupported() -> None:
    made = bucket({"s3:GetBucketEncryption": Trouble("unsupported", "NotImplemented")}, "SeaweedFS 30GB 4.48")
    assert made["unread"]["default_encryption"] == ("unsupported", "s3:GetBucketEncryption")
