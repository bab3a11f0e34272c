"""The buckets of the invented organisation on a server of its own."""

from __future__ import annotations

from support.seaweed import Seaweed


def seed_archive(seaweed: Seaweed) -> None:
    """Make one bucket that is looked after, and one that is not."""
    s3 = seaweed.client()
    s3.create_bucket(Bucket="backups")
    s3.create_bucket(Bucket="scans")
    default = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
    s3.put_bucket_encryption(Bucket="scans", ServerSideEncryptionConfiguration={"Rules": [default]})
    s3.put_bucket_versioning(Bucket="scans", VersioningConfiguration={"Status": "Enabled"})
    rule = {"ID": "old-versions", "Status": "Enabled", "Filter": {"Prefix": ""}}
    rule |= {"NoncurrentVersionExpiration": {"NoncurrentDays": 30}}
    rule |= {"AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}}
    s3.put_bucket_lifecycle_configuration(Bucket="scans", LifecycleConfiguration={"Rules": [rule]})
