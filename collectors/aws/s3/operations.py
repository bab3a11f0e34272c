"""Every read of S3, and of the services that its buckets depend on."""

from __future__ import annotations

from ..operations import Operation


def _bucket(name: str, holds: str, absent: str, fields: str, action: str = "") -> Operation:
    return Operation(
        "s3",
        name,
        action or f"s3:{name}",
        holds,
        frozenset(absent.split()),
        tuple(f"storage_bucket.{field}" for field in fields.split()),
    )


LIST = Operation("s3", "ListBuckets", "s3:ListAllMyBuckets", fields=("storage_bucket.id", "lifecycle_rule.bucket_id"))
LOCATION = _bucket(
    "GetBucketLocation",
    "LocationConstraint",
    "",
    "region access_logging log_source_id default_encryption kms_key_id",
)
ENCRYPTION = _bucket(
    "GetBucketEncryption",
    "ServerSideEncryptionConfiguration",
    "ServerSideEncryptionConfigurationNotFoundError",
    "default_encryption kms_key_id",
    "s3:GetEncryptionConfiguration",
)
POLICY = _bucket(
    "GetBucketPolicy",
    "Policy",
    "NoSuchBucketPolicy",
    "deny_insecure_transport deny_unencrypted_put external_principals",
)
POLICY_STATUS = _bucket("GetBucketPolicyStatus", "PolicyStatus", "NoSuchBucketPolicy", "policy_public")
PUBLIC_ACCESS = _bucket(
    "GetPublicAccessBlock",
    "PublicAccessBlockConfiguration",
    "NoSuchPublicAccessBlockConfiguration",
    "public_access_block",
    "s3:GetBucketPublicAccessBlock",
)
ACCOUNT_PUBLIC_ACCESS = Operation(
    "s3control",
    "GetPublicAccessBlock",
    "s3:GetAccountPublicAccessBlock",
    "PublicAccessBlockConfiguration",
    frozenset({"NoSuchPublicAccessBlockConfiguration"}),
    ("storage_bucket.public_access_block",),
)
ACL = _bucket("GetBucketAcl", "", "", "acl_public external_principals")
OWNERSHIP = _bucket(
    "GetBucketOwnershipControls",
    "OwnershipControls",
    "OwnershipControlsNotFoundError",
    "acl_public external_principals",
)
VERSIONING = _bucket("GetBucketVersioning", "Status", "", "versioning")
OBJECT_LOCK = _bucket(
    "GetObjectLockConfiguration",
    "ObjectLockConfiguration",
    "ObjectLockConfigurationNotFoundError",
    "object_lock_mode object_lock_days",
    "s3:GetBucketObjectLockConfiguration",
)
LIFECYCLE = _bucket(
    "GetBucketLifecycleConfiguration",
    "Rules",
    "NoSuchLifecycleConfiguration",
    "lifecycle_state",
    "s3:GetLifecycleConfiguration",
)
LOGGING = _bucket("GetBucketLogging", "LoggingEnabled", "", "access_logging log_source_id")
TAGS = _bucket("GetBucketTagging", "TagSet", "NoSuchTagSet NoSuchTagSetError", "tags")
REPLICATION = _bucket(
    "GetBucketReplication",
    "ReplicationConfiguration",
    "ReplicationConfigurationNotFoundError",
    "replication_targets",
    "s3:GetReplicationConfiguration",
)
KEY = Operation(
    "kms",
    "DescribeKey",
    "kms:DescribeKey",
    "KeyMetadata",
    fields=("storage_bucket.default_encryption", "storage_bucket.kms_key_id"),
)

OF_BUCKETS = (
    LIST,
    LOCATION,
    ENCRYPTION,
    POLICY,
    POLICY_STATUS,
    PUBLIC_ACCESS,
    ACCOUNT_PUBLIC_ACCESS,
    ACL,
    OWNERSHIP,
    VERSIONING,
    OBJECT_LOCK,
    LIFECYCLE,
    LOGGING,
    TAGS,
    REPLICATION,
    KEY,
)
