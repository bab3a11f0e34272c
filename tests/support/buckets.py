"""Buckets of an invented company on a real AWS API: each check on buckets passes on one and fails on another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import yaml

from .moto import ACCOUNT, Moto

PARTNER = "999988887777"
NAMES = ("kept", "open", "locked", "plain")
BLOCK = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")


def build(moto: Moto) -> None:
    """Make the buckets.

    `kept` passes every check, with whatever a check can rest on but an object lock; `open` fails every one;
    `locked` rests on its object lock and on its own public access block; `plain` on keeping no versions.
    """
    s3 = moto.client("s3")
    for name in NAMES:
        s3.create_bucket(Bucket=name, ObjectLockEnabledForBucket=name == "locked")
    _build_kept(moto, s3)
    _build_open(s3)
    _build_locked(s3)
    _build_plain(s3)
    _trail(moto)
    _block_account(moto)


def _build_kept(moto: Moto, s3: Any) -> None:
    key = moto.client("kms").create_key()["KeyMetadata"]["Arn"]
    _encrypt(s3, "kept", {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key})
    _block(s3, "kept", BLOCK[:2])
    _keep_versions(s3, "kept")
    _lifecycle(s3, "kept", days=400, old_versions=365)
    partner = {"AWS": f"arn:aws:iam::{PARTNER}:role/reader"}
    s3.put_bucket_policy(
        Bucket="kept",
        Policy=_policy(
            "kept",
            {"Effect": "Allow", "Principal": partner, "Action": "s3:GetObject"},
            _denial("s3:*", Bool={"aws:SecureTransport": "false"}),
            _denial("s3:PutObject", StringNotEquals={"s3:x-amz-server-side-encryption": "aws:kms"}),
        ),
    )


def _build_open(s3: Any) -> None:
    s3.delete_bucket_encryption(Bucket="open")
    s3.put_bucket_acl(Bucket="open", ACL="log-delivery-write")
    s3.put_bucket_logging(
        Bucket="plain",
        BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": "open", "TargetPrefix": "log/"}},
    )
    everybody: dict[str, object] = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject"}
    s3.put_bucket_policy(Bucket="open", Policy=_policy("open", everybody))
    rule = {"ID": "tmp", "Status": "Enabled", "Filter": {"Prefix": "tmp/"}, "Expiration": {"Days": 10}}
    s3.put_bucket_lifecycle_configuration(Bucket="open", LifecycleConfiguration={"Rules": [rule]})


def _build_locked(s3: Any) -> None:
    _encrypt(s3, "locked", {"SSEAlgorithm": "AES256"})
    _block(s3, "locked", BLOCK)
    s3.put_bucket_ownership_controls(
        Bucket="locked", OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    )
    retention = {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 400}}
    s3.put_object_lock_configuration(
        Bucket="locked", ObjectLockConfiguration={"ObjectLockEnabled": "Enabled", "Rule": retention}
    )
    _lifecycle(s3, "locked", days=100, old_versions=180)


def _build_plain(s3: Any) -> None:
    s3.delete_bucket_encryption(Bucket="plain")
    _lifecycle(s3, "plain", days=300)


def _block_account(moto: Moto) -> None:
    """Set the half of the block that the bucket `kept` lacks; boto3 would want a host name for the account."""
    settings = "".join(f"<{name}>true</{name}>" for name in BLOCK[2:])
    body = f"<PublicAccessBlockConfiguration>{settings}</PublicAccessBlockConfiguration>"
    headers = {
        "Authorization": "AWS4-HMAC-SHA256 Credential=made-up/20261121/us-east-1/s3/aws4_request, "
        "SignedHeaders=host, Signature=made-up",
        "Content-Type": "application/xml",
        "x-amz-account-id": ACCOUNT,
    }
    url = f"{moto.url}/v20180820/configuration/publicAccessBlock"
    with urlopen(Request(url, body.encode(), headers, method="PUT"), timeout=10):  # noqa: S310 - loopback
        pass


def _encrypt(s3: Any, bucket: str, default: dict[str, str]) -> None:
    s3.put_bucket_encryption(
        Bucket=bucket,
        ServerSideEncryptionConfiguration={"Rules": [{"ApplyServerSideEncryptionByDefault": default}]},
    )


def _block(s3: Any, bucket: str, settings: tuple[str, ...]) -> None:
    s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=dict.fromkeys(settings, True))


def _keep_versions(s3: Any, bucket: str) -> None:
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})


def _lifecycle(s3: Any, bucket: str, days: int, old_versions: int = 0) -> None:
    rule: dict[str, Any] = {"ID": "end", "Status": "Enabled", "Filter": {"Prefix": ""}}
    rule |= {"Expiration": {"Days": days}, "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}}
    if old_versions:
        rule["NoncurrentVersionExpiration"] = {"NoncurrentDays": old_versions}
    s3.put_bucket_lifecycle_configuration(Bucket=bucket, LifecycleConfiguration={"Rules": [rule]})


def _denial(action: str, **condition: object) -> dict[str, object]:
    return {"Effect": "Deny", "Principal": "*", "Action": action, "Condition": condition}


def _policy(bucket: str, *statements: dict[str, object]) -> str:
    arn = f"arn:aws:s3:::{bucket}"
    listed = [{**statement, "Resource": [arn, f"{arn}/*"]} for statement in statements]
    return json.dumps({"Version": "2012-10-17", "Statement": listed})


def _trail(moto: Moto) -> None:
    """Record the objects of `kept`."""
    cloudtrail = moto.client("cloudtrail")
    cloudtrail.create_trail(Name="objects", S3BucketName="open", IsMultiRegionTrail=True)
    cloudtrail.start_logging(Name="objects")
    objects = {"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::kept/"]}
    selector = {"ReadWriteType": "All", "IncludeManagementEvents": False, "DataResources": [objects]}
    cloudtrail.put_event_selectors(TrailName="objects", EventSelectors=[selector])


def write_registers(folder: Path) -> list[dict[str, str]]:
    """Write what the company keeps by hand; returns the sources that read it."""
    (folder / "registers.yaml").write_text(yaml.safe_dump({"resources": _REGISTERS}), "utf-8")
    return [{"name": "registers", "collector": "register", "path": "registers.yaml"}]


def _asset(bucket: str, level: str, terms: str, classified: str = "2026-01-15") -> dict[str, object]:
    return {
        "id": f"asset:{bucket}",
        "name": f"what lies in {bucket}",
        "level": level,
        "declared_no_pi": False,
        "classified_at": classified,
        "owner_staff_id": "staff:1",
        "location_ids": [f"aws:s3:bucket/{bucket}"],
        "retention_rule_id": terms,
    }


def _terms(id: str, least: int | str, most: int) -> dict[str, object]:
    return {
        "id": id,
        "name": id,
        "min_days": least,
        "max_days": most,
        "trigger": "creation",
        "disposal_action": "delete",
        "permanent_basis": "none",
    }


_REGISTERS = {
    "data_asset": [
        _asset("kept", "sensitive", "year"),
        _asset("open", "sensitive", "year", classified="never"),
        _asset("locked", "personal", "short"),
        _asset("plain", "personal", "free"),
    ],
    "retention_rule": [_terms("year", 365, 730), _terms("short", 120, 730), _terms("free", "none", 365)],
    "vendor": [
        {
            "id": "vendor:partner",
            "name": "Partner",
            "status": "active",
            "processes_pi": True,
            "relationship_end_date": "none",
            "cloud_account_ids": [PARTNER],
        }
    ],
    "organization": [{"id": "organization", "name": "Invented", "cloud_account_ids": [ACCOUNT]}],
}
