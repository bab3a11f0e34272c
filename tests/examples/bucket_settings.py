"""Settings of a bucket on S3, each in one call."""

from __future__ import annotations

import json
from typing import Any

REGION = "cn-north-1"
FULL = dict.fromkeys(("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"), True)

Statement = dict[str, Any]


def create(s3: Any, name: str, key: str = "", lock: bool = False, block: dict[str, bool] | None = None) -> None:
    """Create a bucket with default encryption, with a public access block where one is given."""
    place = {"LocationConstraint": REGION}
    s3.create_bucket(Bucket=name, CreateBucketConfiguration=place, ObjectLockEnabledForBucket=lock)
    default = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key} if key else {"SSEAlgorithm": "AES256"}
    rules = [{"ApplyServerSideEncryptionByDefault": default}]
    s3.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": rules})
    if block:
        s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=block)


def tag(s3: Any, name: str, **tags: str) -> None:
    """Tag a bucket; `-` is written `__`."""
    listed = [{"Key": key.replace("__", "-"), "Value": value} for key, value in tags.items()]
    s3.put_bucket_tagging(Bucket=name, Tagging={"TagSet": listed})


def version(s3: Any, name: str, status: str = "Enabled") -> None:
    """Keep old versions, or suspend that."""
    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": status})


def expire(s3: Any, name: str, rule: str, prefix: str = "", days: int = 0, noncurrent: int = 0, abort: int = 0) -> None:
    """Give a bucket its one lifecycle rule."""
    made: dict[str, Any] = {"ID": rule, "Status": "Enabled", "Filter": {"Prefix": prefix}}
    made |= {"Expiration": {"Days": days}} if days else {}
    made |= {"NoncurrentVersionExpiration": {"NoncurrentDays": noncurrent}} if noncurrent else {}
    made |= {"AbortIncompleteMultipartUpload": {"DaysAfterInitiation": abort}} if abort else {}
    s3.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": [made]})


def permit(s3: Any, name: str, *statements: Statement) -> None:
    """Give a bucket its policy."""
    s3.put_bucket_policy(Bucket=name, Policy=document(*statements))


def document(*statements: Statement) -> str:
    """Return a policy of these statements."""
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


def allow(name: str, principal: object, *actions: str) -> Statement:
    """Return a statement that lets somebody do something with the objects of a bucket."""
    return {"Effect": "Allow", "Principal": principal, "Action": list(actions), "Resource": f"{arn(name)}/*"}


def deny_clear_text(name: str) -> Statement:
    """Return a statement that turns away whoever comes without TLS."""
    condition = {"Bool": {"aws:SecureTransport": "false"}}
    return _deny("s3:*", [arn(name), f"{arn(name)}/*"], condition)


def deny_other_encryption(name: str) -> Statement:
    """Return a statement that refuses uploads that are not encrypted by KMS."""
    condition = {"StringNotEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}}
    return _deny("s3:PutObject", [f"{arn(name)}/*"], condition)


def arn(name: str) -> str:
    """Return the ARN of a bucket."""
    return f"arn:aws-cn:s3:::{name}"


def _deny(action: str, resources: list[str], condition: dict[str, Any]) -> Statement:
    return {"Effect": "Deny", "Principal": "*", "Action": action, "Resource": resources, "Condition": condition}
