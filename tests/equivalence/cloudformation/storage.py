"""Buckets and keys in a template."""

from __future__ import annotations

from typing import Any

from ..documents import ACCOUNT, KEY_STATEMENTS, STATEMENTS, about, document
from ..model import Bucket, Key, Lifecycle
from .terms import Json, Template, attribute, ref, tags, text

ELSEWHERE = f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/11111111-2222-3333-4444-555555555555"
_BLOCK = {
    "block_public_acls": "BlockPublicAcls",
    "block_public_policy": "BlockPublicPolicy",
    "ignore_public_acls": "IgnorePublicAcls",
    "restrict_public_buckets": "RestrictPublicBuckets",
}
_ACLS = {
    "private": "Private",
    "public-read": "PublicRead",
    "public-read-write": "PublicReadWrite",
    "authenticated-read": "AuthenticatedRead",
    "log-delivery-write": "LogDeliveryWrite",
}


def key_arn(template: Template, name: str, which: str | None) -> Any:
    """Return the ARN of the key that something uses, None where it names none."""
    if which == "own_key":
        template.add(f"{name}Key", "AWS::KMS::Key", EnableKeyRotation=True, KeyPolicy=_default())
        return attribute(f"{name}Key", "Arn")
    return ELSEWHERE if which == "elsewhere" else None


def _default() -> Json:
    """Return the policy of a key without one of its own, which templates of older times had to write."""
    return document(KEY_STATEMENTS, ["root"])


def write_key(template: Template, name: str, key: Key) -> None:
    """Write a key."""
    template.add(
        name,
        "AWS::KMS::Key",
        EnableKeyRotation=key.rotation,
        RotationPeriodInDays=key.period,
        KeyPolicy=document(KEY_STATEMENTS, key.policy) if key.policy else None,
        Enabled=key.enabled,
        KeySpec=key.spec,
        Tags=tags(key.tags),
    )


def write(template: Template, name: str, bucket: Bucket) -> None:
    """Write a bucket."""
    block = None if bucket.block is None else {member: name in bucket.block for name, member in _BLOCK.items()}
    template.add(
        name,
        "AWS::S3::Bucket",
        BucketName=name,
        BucketEncryption=_encryption(template, name, bucket),
        PublicAccessBlockConfiguration=block,
        VersioningConfiguration=bucket.versioning and {"Status": bucket.versioning},
        LifecycleConfiguration={"Rules": [_rule(rule) for rule in bucket.lifecycle]} if bucket.lifecycle else None,
        LoggingConfiguration=_log(template, name) if bucket.logs else None,
        OwnershipControls=bucket.ownership and {"Rules": [{"ObjectOwnership": bucket.ownership}]},
        AccessControl=bucket.acl and _ACLS[bucket.acl],
        Tags=tags(bucket.tags),
        **_lock(bucket),
    )
    if bucket.policy:
        said = about(document(STATEMENTS, bucket.policy), lambda rest: text(f"${{{name}.Arn}}{rest}"))
        template.add(f"{name}Policy", "AWS::S3::BucketPolicy", Bucket=ref(name), PolicyDocument=said)


def _encryption(template: Template, name: str, bucket: Bucket) -> Json | None:
    if bucket.encryption is None:
        return None
    default: Json = {"SSEAlgorithm": "AES256" if bucket.encryption == "sse_s3" else "aws:kms"}
    arn = key_arn(template, name, bucket.encryption)
    default |= {"KMSMasterKeyID": arn} if arn else {}
    return {"ServerSideEncryptionConfiguration": [{"ServerSideEncryptionByDefault": default}]}


def _log(template: Template, name: str) -> Json:
    template.add(f"{name}Log", "AWS::S3::Bucket", BucketName=f"{name}-log")
    return {"DestinationBucketName": ref(f"{name}Log"), "LogFilePrefix": "log/"}


def _lock(bucket: Bucket) -> Json:
    if bucket.lock is None:
        return {}
    mode, days = bucket.lock
    rule = {"DefaultRetention": {"Mode": mode, "Days": days}}
    return {
        "ObjectLockEnabled": True,
        "ObjectLockConfiguration": {"ObjectLockEnabled": "Enabled", "Rule": rule},
    }


def _rule(rule: Lifecycle) -> Json:
    written: Json = {"Status": "Enabled" if rule.enabled else "Disabled"}
    written |= {"Prefix": rule.prefix} if rule.prefix else {}
    written |= {"ExpirationInDays": rule.days} if rule.days is not None else {}
    if rule.old_versions is not None:
        written["NoncurrentVersionExpiration"] = {"NoncurrentDays": rule.old_versions}
    return written | ({"AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}} if rule.aborts else {})
