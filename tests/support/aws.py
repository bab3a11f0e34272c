"""A source for the AWS collector, and an estate in which every setting of a bucket is set."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from assay.collector import Source

from .moto import ACCOUNT, Moto

ZONE = ZoneInfo("Asia/Shanghai")
OUTSIDER = "arn:aws:iam::999988887777:role/reader"
BUCKET = "aws:s3:bucket/full"

POLICY = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"AWS": OUTSIDER},
            "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::full/*",
        },
        {
            "Effect": "Deny",
            "Principal": "*",
            "Action": "s3:*",
            "Resource": ["arn:aws:s3:::full", "arn:aws:s3:::full/*"],
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        },
        {
            "Effect": "Deny",
            "Principal": "*",
            "Action": "s3:PutObject",
            "Resource": "arn:aws:s3:::full/*",
            "Condition": {"StringNotEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}},
        },
    ],
}
RULES = [
    {
        "ID": "old",
        "Status": "Enabled",
        "Filter": {"Prefix": ""},
        "Expiration": {"Days": 365},
        "NoncurrentVersionExpiration": {"NoncurrentDays": 30},
        "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},
    }
]


def source_of(folder: Path, **options: Any) -> Source:
    """Return a source with these options."""
    return Source("cloud", "aws", options, folder, ZONE, datetime(2026, 11, 21, 12, tzinfo=ZONE), {})


def build_full_bucket(moto: Moto) -> str:
    """Create a bucket with every setting set, and return the ARN of its key."""
    s3 = moto.client("s3")
    s3.create_bucket(Bucket="full", ObjectLockEnabledForBucket=True)
    key = str(moto.client("kms").create_key()["KeyMetadata"]["Arn"])
    default = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key}
    s3.put_bucket_encryption(
        Bucket="full",
        ServerSideEncryptionConfiguration={"Rules": [{"ApplyServerSideEncryptionByDefault": default}]},
    )
    s3.put_public_access_block(
        Bucket="full", PublicAccessBlockConfiguration={"BlockPublicAcls": True, "BlockPublicPolicy": True}
    )
    s3.put_bucket_ownership_controls(
        Bucket="full", OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerPreferred"}]}
    )
    retention = {"DefaultRetention": {"Mode": "GOVERNANCE", "Years": 2}}
    s3.put_object_lock_configuration(
        Bucket="full", ObjectLockConfiguration={"ObjectLockEnabled": "Enabled", "Rule": retention}
    )
    s3.put_bucket_lifecycle_configuration(Bucket="full", LifecycleConfiguration={"Rules": RULES})
    s3.put_bucket_tagging(Bucket="full", Tagging={"TagSet": [{"Key": "Data_Level", "Value": "Sensitive"}]})
    _log(s3)
    # After the log: moto cannot check the right to write logs against a policy with conditions.
    s3.put_bucket_policy(Bucket="full", Policy=json.dumps(POLICY))
    _replicate(s3)
    _trail(moto)
    return key


def _log(s3: Any) -> None:
    s3.put_bucket_acl(Bucket="full", ACL="log-delivery-write")
    s3.put_bucket_logging(
        Bucket="full",
        BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": "full", "TargetPrefix": "log/"}},
    )


def _replicate(s3: Any) -> None:
    rule = {"ID": "copy", "Status": "Enabled", "Priority": 1, "Filter": {}}
    rule |= {
        "DeleteMarkerReplication": {"Status": "Disabled"},
        "Destination": {"Bucket": "arn:aws:s3:::copies"},
    }
    s3.put_bucket_replication(
        Bucket="full",
        ReplicationConfiguration={"Role": f"arn:aws:iam::{ACCOUNT}:role/copy", "Rules": [rule]},
    )


def _trail(moto: Moto) -> None:
    trail = moto.client("cloudtrail")
    trail.create_trail(Name="objects", S3BucketName="full", IsMultiRegionTrail=True)
    trail.start_logging(Name="objects")
    objects = {"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::full/"]}
    trail.put_event_selectors(
        TrailName="objects",
        EventSelectors=[{"ReadWriteType": "All", "IncludeManagementEvents": False, "DataResources": [objects]}],
    )
