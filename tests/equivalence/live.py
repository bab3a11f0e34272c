"""Applies buckets to a running API, with what AWS itself gives to a new bucket, and scans them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from support.judging import AS_OF, content
from support.moto import Moto
from support.scans import write_config

from assay import config as configuration
from assay.collect import collect

from .documents import STATEMENTS, about, document
from .judged import Verdicts, verdicts
from .model import Bucket, Lifecycle
from .options.storage import BLOCK
from .terraform.keys import ELSEWHERE

_MEMBERS = {name: "".join(part.title() for part in name.split("_")) for name in BLOCK}


def scan(moto: Moto, buckets: Mapping[str, Bucket], folder: Path) -> Verdicts:
    """Apply buckets to an empty account and judge what the collector reads of them."""
    s3 = moto.client("s3")
    for name, bucket in buckets.items():
        _apply(moto, s3, name, bucket)
    source = {"name": "cloud", "collector": "aws", "endpoint_url": moto.url, "provider": "aws_s3"}
    write_config(folder, [source])
    config = configuration.load(folder / "assay.yaml")
    collect(config, content(), configuration.check_sources(config, content()), folder / "snapshot", AS_OF)
    return verdicts(folder / "snapshot", _name)


def _name(finding: Mapping[str, Any]) -> str:
    return str(finding["resource"]).removeprefix("aws:s3:bucket/")


def _apply(moto: Moto, s3: Any, name: str, bucket: Bucket) -> None:
    _create(s3, name, bucket)
    algorithm = "AES256" if bucket.encryption in (None, "sse_s3") else "aws:kms"
    _encrypt(s3, name, algorithm, **_key(moto, bucket))
    if bucket.versioning:
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": bucket.versioning})
    if bucket.lifecycle:
        rules = [_rule(number, rule) for number, rule in enumerate(bucket.lifecycle)]
        s3.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": rules})
    if bucket.lock:
        mode, days = bucket.lock
        rule = {"DefaultRetention": {"Mode": mode, "Days": days}}
        locked = {"ObjectLockEnabled": "Enabled", "Rule": rule}
        s3.put_object_lock_configuration(Bucket=name, ObjectLockConfiguration=locked)
    if bucket.logs:
        _log(s3, name)
    if bucket.policy:
        said = about(document(STATEMENTS, bucket.policy), lambda rest: f"arn:aws:s3:::{name}{rest}")
        s3.put_bucket_policy(Bucket=name, Policy=json.dumps(said))
    if bucket.tags:
        tags = [{"Key": key, "Value": value} for key, value in bucket.tags]
        s3.put_bucket_tagging(Bucket=name, Tagging={"TagSet": tags})


def _create(s3: Any, name: str, bucket: Bucket) -> None:
    """Make a bucket; the server leaves it open, AWS blocks public access and switches lists off."""
    s3.create_bucket(Bucket=name, ObjectLockEnabledForBucket=bucket.lock is not None)
    on = BLOCK if bucket.block is None else bucket.block
    settings = {member: setting in on for setting, member in _MEMBERS.items()}
    ownership = bucket.ownership or (None if bucket.acl else "BucketOwnerEnforced")
    if ownership:
        controls = {"Rules": [{"ObjectOwnership": ownership}]}
        s3.put_bucket_ownership_controls(Bucket=name, OwnershipControls=controls)
    if bucket.acl:
        s3.put_bucket_acl(Bucket=name, ACL=bucket.acl)
    s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=settings)


def _key(moto: Moto, bucket: Bucket) -> dict[str, str]:
    if bucket.encryption == "own_key":
        return {"KMSMasterKeyID": moto.client("kms").create_key()["KeyMetadata"]["Arn"]}
    return {"KMSMasterKeyID": ELSEWHERE} if bucket.encryption == "elsewhere" else {}


def _encrypt(s3: Any, name: str, algorithm: str, **key: str) -> None:
    rules = [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": algorithm, **key}}]
    s3.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": rules})


def _log(s3: Any, name: str) -> None:
    target = f"{name}-log"
    _create(s3, target, Bucket(acl="log-delivery-write", ownership="ObjectWriter"))
    _encrypt(s3, target, "AES256")
    logged = {"LoggingEnabled": {"TargetBucket": target, "TargetPrefix": "log/"}}
    s3.put_bucket_logging(Bucket=name, BucketLoggingStatus=logged)
    # The server takes logs only from a bucket with this list, so it goes when all is set.
    s3.put_bucket_ownership_controls(
        Bucket=target, OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    )


def _rule(number: int, rule: Lifecycle) -> dict[str, Any]:
    written: dict[str, Any] = {"ID": f"r{number}", "Status": "Enabled" if rule.enabled else "Disabled"}
    written["Filter"] = {"Prefix": rule.prefix}
    written |= {"Expiration": {"Days": rule.days}} if rule.days is not None else {}
    if rule.old_versions is not None:
        written["NoncurrentVersionExpiration"] = {"NoncurrentDays": rule.old_versions}
    return written | ({"AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}} if rule.aborts else {})
