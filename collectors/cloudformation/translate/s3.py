"""Buckets: CloudFormation writes as properties what are resources of their own in Terraform."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .forms import TAGS, block, document, each, one, owner
from .lifecycle import RULE
from .shape import Arguments, From, Part, Properties
from .words import kebab

_ENCRYPTION: Arguments = {
    "apply_server_side_encryption_by_default": From(
        "ServerSideEncryptionByDefault",
        one({"sse_algorithm": "SSEAlgorithm", "kms_master_key_id": "KMSMasterKeyID"}),
    ),
    "bucket_key_enabled": From("BucketKeyEnabled", default=False),
}
_LOCK: Arguments = {
    "default_retention": From("DefaultRetention", one({"mode": "Mode", "days": "Days", "years": "Years"}))
}
_DESTINATION: Arguments = {
    "bucket": "Bucket",
    "account": "Account",
    "encryption_configuration": From("EncryptionConfiguration", one({"replica_kms_key_id": "ReplicaKmsKeyID"})),
}
_COPY: Arguments = {
    "id": "Id",
    "status": "Status",
    "prefix": "Prefix",
    "destination": From("Destination", one(_DESTINATION)),
}


def _log_target(configuration: Properties) -> Any:
    """Return where the access log goes: to the bucket itself, where nothing else is said."""
    target = configuration.get("DestinationBucketName")
    return configuration.own() if target is None else target


_BUCKET = (
    Part(
        "aws_s3_bucket",
        {"bucket": "BucketName", "object_lock_enabled": From("ObjectLockEnabled", default=False), "tags": TAGS},
    ),
    Part("aws_s3_bucket_acl", {"bucket": owner, "acl": From("", kebab)}, of="AccessControl"),
    Part(
        "aws_s3_bucket_server_side_encryption_configuration",
        {"bucket": owner, "rule": From("ServerSideEncryptionConfiguration", each(_ENCRYPTION))},
        of="BucketEncryption",
    ),
    Part(
        "aws_s3_bucket_versioning",
        {"bucket": owner, "versioning_configuration": block({"status": "Status"})},
        of="VersioningConfiguration",
    ),
    Part(
        "aws_s3_bucket_public_access_block",
        {
            "bucket": owner,
            "block_public_acls": From("BlockPublicAcls", default=False),
            "ignore_public_acls": From("IgnorePublicAcls", default=False),
            "block_public_policy": From("BlockPublicPolicy", default=False),
            "restrict_public_buckets": From("RestrictPublicBuckets", default=False),
        },
        of="PublicAccessBlockConfiguration",
    ),
    Part(
        "aws_s3_bucket_ownership_controls",
        {"bucket": owner, "rule": From("Rules", each({"object_ownership": "ObjectOwnership"}))},
        of="OwnershipControls",
    ),
    Part(
        "aws_s3_bucket_lifecycle_configuration",
        {"bucket": owner, "rule": From("Rules", each(RULE))},
        of="LifecycleConfiguration",
    ),
    Part(
        "aws_s3_bucket_logging",
        {"bucket": owner, "target_bucket": _log_target, "target_prefix": From("LogFilePrefix", default="")},
        of="LoggingConfiguration",
    ),
    Part(
        "aws_s3_bucket_object_lock_configuration",
        {"bucket": owner, "object_lock_enabled": "ObjectLockEnabled", "rule": From("Rule", one(_LOCK))},
        of="ObjectLockConfiguration",
    ),
    Part(
        "aws_s3_bucket_replication_configuration",
        {"bucket": owner, "role": "Role", "rule": From("Rules", each(_COPY))},
        of="ReplicationConfiguration",
    ),
    Part(
        "aws_s3_bucket_website_configuration",
        {"bucket": owner, "index_document": From("IndexDocument", lambda name: [{"suffix": name}])},
        of="WebsiteConfiguration",
    ),
)

_ACCESS_POINT: Arguments = {
    "bucket": "Bucket",
    "name": "Name",
    "policy": document("Policy"),
}

TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::S3::Bucket": _BUCKET,
    "AWS::S3::BucketPolicy": [Part("aws_s3_bucket_policy", {"bucket": "Bucket", "policy": document("PolicyDocument")})],
    "AWS::S3::AccessPoint": [Part("aws_s3_access_point", _ACCESS_POINT)],
    "AWS::S3::MultiRegionAccessPoint": [Part("aws_s3control_multi_region_access_point", {"name": "Name"})],
    "AWS::S3Express::DirectoryBucket": [Part("aws_s3_directory_bucket", {"bucket": "BucketName"})],
    "AWS::S3Outposts::Bucket": [Part("aws_s3control_bucket", {"bucket": "BucketName"})],
}
