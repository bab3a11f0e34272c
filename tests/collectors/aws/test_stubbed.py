"""Answers as AWS documents them, checked by botocore's Stubber against the models of the services."""

from __future__ import annotations

from botocore.stub import ANY
from support.aws_stubs import Stubs

BUCKET = {"Bucket": "new", "ExpectedBucketOwner": "123456789012"}
ALL_ON = dict.fromkeys(("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"), True)
AES256 = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": False}
GRANT = {"Grantee": {"Type": "CanonicalUser", "ID": "owner"}, "Permission": "FULL_CONTROL"}


def common(stubs: Stubs) -> None:
    listed = {"Name": "new", "BucketRegion": "eu-west-1"}
    stubs.answer("s3", "list_buckets", {"Buckets": [listed], "Owner": {"ID": "owner"}}, {"MaxBuckets": 1000})
    identity = {"Account": "123456789012", "Arn": "arn:aws:sts::123456789012:assumed-role/auditor/assay"}
    stubs.answer("sts", "get_caller_identity", identity, {})
    stubs.error("s3control", "get_public_access_block", "NoSuchPublicAccessBlockConfiguration", 404)


def test_a_bucket_that_aws_makes_today() -> None:
    stubs = Stubs()
    common(stubs)
    stubs.answer("cloudtrail", "describe_trails", {"trailList": []}, {})
    stubs.answer("s3", "get_bucket_location", {"LocationConstraint": "eu-west-1"}, BUCKET)
    encryption = {"ServerSideEncryptionConfiguration": {"Rules": [AES256]}}
    stubs.answer("s3", "get_bucket_encryption", encryption, BUCKET)
    stubs.answer("s3", "get_public_access_block", {"PublicAccessBlockConfiguration": ALL_ON}, BUCKET)
    stubs.error("s3", "get_bucket_policy", "NoSuchBucketPolicy", 404)
    stubs.error("s3", "get_bucket_policy_status", "NoSuchBucketPolicy", 404)
    ownership = {"OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}}
    stubs.answer("s3", "get_bucket_ownership_controls", ownership, BUCKET)
    stubs.answer("s3", "get_bucket_acl", {"Owner": {"ID": "owner"}, "Grants": [GRANT]}, BUCKET)
    stubs.answer("s3", "get_bucket_logging", {}, BUCKET)
    stubs.answer("s3", "get_bucket_versioning", {}, BUCKET)
    stubs.error("s3", "get_object_lock_configuration", "ObjectLockConfigurationNotFoundError", 404)
    stubs.error("s3", "get_bucket_tagging", "NoSuchTagSet", 404)
    stubs.error("s3", "get_bucket_replication", "ReplicationConfigurationNotFoundError", 404)
    stubs.error("s3", "get_bucket_lifecycle_configuration", "NoSuchLifecycleConfiguration", 404)
    bucket = stubs.read().one("storage_bucket", "aws:s3:bucket/new")
    expected = {
        "default_encryption": "sse_s3",
        "public_access_block": "full",
        "policy_public": False,
        "acl_public": False,
        "external_principals": [],
        "access_logging": "none",
        "versioning": "disabled",
        "unread": [],
    }
    assert {name: bucket[name] for name in expected} == expected


def test_every_kind_of_setting_has_the_shape_that_the_models_give_it() -> None:
    stubs = Stubs()
    common(stubs)
    trail = {"TrailARN": "arn:aws:cloudtrail:eu-west-1:123456789012:trail/t", "HomeRegion": "eu-west-1"}
    stubs.answer("cloudtrail", "describe_trails", {"trailList": [trail]}, {})
    stubs.answer("cloudtrail", "get_trail_status", {"IsLogging": True}, {"Name": ANY})
    data = [
        {"Field": "eventCategory", "Equals": ["Data"]},
        {"Field": "resources.type", "Equals": ["AWS::S3::Object"]},
        {"Field": "resources.ARN", "StartsWith": ["arn:aws:s3:::new/"]},
    ]
    selectors = {"AdvancedEventSelectors": [{"Name": "objects", "FieldSelectors": data}]}
    stubs.answer("cloudtrail", "get_event_selectors", selectors, {"TrailName": ANY})
    stubs.answer("s3", "get_bucket_location", {"LocationConstraint": "EU"}, BUCKET)
    key = "arn:aws:kms:eu-west-1:123456789012:key/1"
    default = {"SSEAlgorithm": "aws:kms:dsse", "KMSMasterKeyID": key}
    encryption = {"ServerSideEncryptionConfiguration": {"Rules": [{"ApplyServerSideEncryptionByDefault": default}]}}
    stubs.answer("s3", "get_bucket_encryption", encryption, BUCKET)
    described = {"KeyMetadata": {"KeyId": "1", "Arn": key, "KeyManager": "CUSTOMER"}}
    stubs.answer("kms", "describe_key", described, {"KeyId": key})
    stubs.error("s3", "get_public_access_block", "InternalError", 500)
    stubs.error("s3", "get_bucket_policy", "MalformedPolicy", 400)
    stubs.answer("s3", "get_bucket_policy_status", {"PolicyStatus": {"IsPublic": True}}, BUCKET)
    stubs.error("s3", "get_bucket_ownership_controls", "OwnershipControlsNotFoundError", 404)
    stubs.answer("s3", "get_bucket_acl", {"Owner": {"ID": "owner"}, "Grants": [GRANT]}, BUCKET)
    stubs.answer("s3", "get_bucket_logging", {"LoggingEnabled": {"TargetBucket": "logs", "TargetPrefix": ""}}, BUCKET)
    stubs.answer("s3", "get_bucket_versioning", {"Status": "Suspended"}, BUCKET)
    lock = {"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 7}}}
    stubs.answer("s3", "get_object_lock_configuration", {"ObjectLockConfiguration": lock}, BUCKET)
    stubs.answer("s3", "get_bucket_tagging", {"TagSet": [{"Key": "a", "Value": "b"}]}, BUCKET)
    stubs.error("s3", "get_bucket_replication", "SlowDown", 503)
    rule = {"ID": "r", "Status": "Enabled", "Filter": {"And": {"Prefix": "x/"}}, "Expiration": {"Days": 9}}
    stubs.answer("s3", "get_bucket_lifecycle_configuration", {"Rules": [rule]}, BUCKET)
    out = stubs.read()
    assert out.unread("storage_bucket", "aws:s3:bucket/new") == {
        "public_access_block": ("connection_lost", "s3:GetPublicAccessBlock"),
        "deny_insecure_transport": ("corrupt", "s3:GetBucketPolicy"),
        "deny_unencrypted_put": ("corrupt", "s3:GetBucketPolicy"),
        "external_principals": ("corrupt", "s3:GetBucketPolicy"),
        "replication_targets": ("throttled", "s3:GetBucketReplication"),
    }
    bucket = out.one("storage_bucket", "aws:s3:bucket/new")
    expected = {
        "region": "eu-west-1",
        "default_encryption": "sse_kms_customer",
        "policy_public": True,
        "access_logging": "both",
        "versioning": "suspended",
        "object_lock_days": 7,
        "tags": {"a": "b"},
    }
    assert {name: bucket[name] for name in expected} == expected
    assert out.one("lifecycle_rule", "aws:s3:bucket/new:lifecycle/r")["prefix"] == "x/"
