"""The facts of one declared bucket and of its lifecycle rules, stated by what states those of the cloud."""

from __future__ import annotations

from collections.abc import Mapping

from assay.collector import Resource

from ....aws.answers import Unread, settle
from ....aws.s3 import operations
from ....aws.s3.bucket import state_settings
from ...ids import identified
from . import access, configuration, encryption, lifecycle, policy, versions
from .asked import DeclaredBucket, Question
from .doubts import state_doubts
from .naming import known_name

QUESTIONS: Mapping[str, Question] = {
    operations.ENCRYPTION.name: encryption.ENCRYPTION,
    operations.POLICY.name: policy.POLICY,
    operations.POLICY_STATUS.name: policy.POLICY_STATUS,
    operations.PUBLIC_ACCESS.name: access.PUBLIC_ACCESS,
    operations.OWNERSHIP.name: access.OWNERSHIP,
    operations.ACL.name: access.ACL,
    operations.VERSIONING.name: versions.VERSIONING,
    operations.OBJECT_LOCK.name: versions.OBJECT_LOCK,
    operations.LOGGING.name: configuration.LOGGING,
    operations.TAGS.name: configuration.TAGS,
    operations.REPLICATION.name: configuration.REPLICATION,
    operations.LIFECYCLE.name: lifecycle.LIFECYCLE,
}
_BY_DEFAULT: Mapping[str, tuple[str, ...]] = {
    "default_encryption kms_key_id": (operations.ENCRYPTION.name,),
    "deny_insecure_transport deny_unencrypted_put policy_public": (operations.POLICY.name,),
    "public_access_block": (operations.PUBLIC_ACCESS.name,),
    "acl_public": (operations.OWNERSHIP.name, operations.ACL.name),
    "external_principals": (operations.POLICY.name, operations.OWNERSHIP.name, operations.ACL.name),
    "versioning": (operations.VERSIONING.name,),
    "object_lock_mode object_lock_days": (operations.OBJECT_LOCK.name,),
    "lifecycle_state": (operations.LIFECYCLE.name,),
    "replication_targets": (operations.REPLICATION.name,),
}


def facts_of(bucket: DeclaredBucket) -> tuple[Resource, list[Resource]]:
    """Return the record of a bucket and those of its lifecycle rules."""
    resource = _identified(bucket)
    rules = state_settings(resource, bucket)
    state_doubts(resource, bucket)
    _mark_defaults(resource, bucket)
    setting = next(iter(bucket.settings.of(bucket.declared, lifecycle.LIFECYCLE.type)), bucket.declared)
    for rule in rules:
        rule.location = setting.place
    return resource, rules


def _identified(bucket: DeclaredBucket) -> Resource:
    code, declared = bucket.code, bucket.declared
    resource = identified(code, declared, "s3", "bucket", known_name(declared))
    resource.state("provider", "aws_s3")
    settle(resource, "account_id", bucket.site.account)
    settle(resource, "region", bucket.region or Unread("not_in_source", "region"))
    return resource


def _mark_defaults(resource: Resource, bucket: DeclaredBucket) -> None:
    """Say of which facts the code says nothing: what S3 gives to every new bucket."""
    for fields, needed in _BY_DEFAULT.items():
        if bucket.defaults.issuperset(needed):
            resource.basis.update({field: "provider_default" for field in fields.split() if field in resource.facts})
    if operations.LOGGING.name in bucket.defaults and resource.facts.get("access_logging") == "none":
        resource.basis.update(access_logging="provider_default", log_source_id="provider_default")
