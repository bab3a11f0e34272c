"""Each call denied in turn: its facts are unread, with the reason, and no others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.aws import BUCKET, build_full_bucket
from support.faults import DENIED, Proxy
from support.moto import Moto
from support.output import MemoryOutput

from collectors.aws.services import SERVICES, operations_of

Collect = Callable[..., MemoryOutput]
AWS = {"provider": "aws_s3"}
OPERATIONS = {operation.label: operation for operation in operations_of(sorted(SERVICES))}

#: Call that is denied to the fields of the full bucket that are unread then.
UNREAD = {
    "sts:GetCallerIdentity": {"account_id", "external_principals", "public_access_block"},
    "s3:GetBucketLocation": {"region", "access_logging", "log_source_id"},
    "s3:GetBucketEncryption": {"default_encryption", "kms_key_id"},
    "s3:GetBucketPolicy": {"deny_insecure_transport", "deny_unencrypted_put", "external_principals"},
    "s3:GetBucketPolicyStatus": set(),  # the policy itself says it
    "s3:GetPublicAccessBlock": {"public_access_block"},
    "s3control:GetPublicAccessBlock": {"public_access_block"},
    "s3:GetBucketAcl": {"acl_public", "external_principals"},
    "s3:GetBucketOwnershipControls": set(),  # the list itself says it
    "s3:GetBucketVersioning": {"versioning"},
    "s3:GetObjectLockConfiguration": {"object_lock_mode", "object_lock_days"},
    "s3:GetBucketLifecycleConfiguration": {"lifecycle_state"},
    "s3:GetBucketLogging": {"access_logging", "log_source_id"},
    "s3:GetBucketTagging": {"tags"},
    "s3:GetBucketReplication": {"replication_targets"},
    "kms:DescribeKey": {"default_encryption"},
    "cloudtrail:DescribeTrails": {"access_logging", "log_source_id"},
    "cloudtrail:GetTrailStatus": {"access_logging", "log_source_id"},
    "cloudtrail:GetEventSelectors": {"access_logging", "log_source_id"},
}


def test_every_call_of_the_list_has_its_row_in_the_table() -> None:
    assert UNREAD.keys() | {"s3:ListBuckets"} == OPERATIONS.keys()


@pytest.mark.parametrize("denied", UNREAD)
def test_a_denied_call_leaves_just_its_facts_unread(denied: str, moto: Moto, proxy: Proxy, collect: Collect) -> None:
    build_full_bucket(moto)
    proxy.faults[denied] = DENIED
    out = collect(endpoint_url=proxy.url, **AWS)
    unread = out.unread("storage_bucket", BUCKET)
    assert unread == dict.fromkeys(UNREAD[denied], ("denied", denied))
    assert {f"storage_bucket.{name}" for name in unread} <= set(OPERATIONS[denied].fields)
    assert ("denied", "AccessDenied") in {(line.outcome, line.code) for line in out.ledger if line.operation == denied}
    expected = {"lifecycle_rule": ("denied", denied)} if "lifecycle_state" in unread else {}
    assert out.incomplete_kinds == expected
