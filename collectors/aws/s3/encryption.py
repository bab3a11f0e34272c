"""Default encryption of a bucket, and whose key it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assay.collector import Resource

from ..answers import Found, NotSet, Unread, settle
from ..ids import resource_id
from .operations import ENCRYPTION, KEY
from .site import Bucket

_FIELDS = ("default_encryption", "kms_key_id")
_MODES = {"CUSTOMER": "sse_kms_customer", "AWS": "sse_kms_managed"}


def state_encryption(resource: Resource, bucket: Bucket) -> None:
    """State `default_encryption` and `kms_key_id`."""
    match bucket.ask(ENCRYPTION):
        case Found({"Rules": [{"ApplyServerSideEncryptionByDefault": default}, *_]}):
            _state(resource, bucket, default)
        case NotSet():
            resource.state("default_encryption", "none")
            resource.state("kms_key_id", "none")
        case Unread() as unread:
            unread.miss(resource, _FIELDS)
        case Found():
            Unread("unsupported", ENCRYPTION.label).miss(resource, _FIELDS)


def _state(resource: Resource, bucket: Bucket, default: Mapping[str, Any]) -> None:
    match default.get("SSEAlgorithm"):
        case "AES256":
            resource.state("default_encryption", "sse_s3")
            resource.state("kms_key_id", "none")
        case "aws:kms" | "aws:kms:dsse":
            _state_key(resource, bucket, default.get("KMSMasterKeyID", ""))
        case _:
            Unread("unsupported", ENCRYPTION.label).miss(resource, _FIELDS)


def _state_key(resource: Resource, bucket: Bucket, key: str) -> None:
    if not bucket.site.is_aws:
        _state_foreign_key(resource, key)
        return
    if not key or key.endswith("alias/aws/s3"):
        # The key that AWS keeps for S3 in every account; nobody has to look after it.
        resource.state("default_encryption", "sse_kms_managed")
        resource.state("kms_key_id", "none")
        return
    match bucket.ask_key(key):
        case Found({"KeyManager": manager, "Arn": arn}) if manager in _MODES:
            resource.state("default_encryption", _MODES[manager])
            settle(resource, "kms_key_id", arn if isinstance(arn, Unread) else resource_id(arn))
        case answer:
            unread = answer if isinstance(answer, Unread) else Unread("corrupt", KEY.label)
            unread.miss(resource, _FIELDS)
            if ":key/" in key:
                resource.state("kms_key_id", resource_id(key))


def _state_foreign_key(resource: Resource, key: str) -> None:
    """State the key of a server that speaks S3: there is no call that tells whose key it is."""
    resource.miss("default_encryption", "unsupported", KEY.label)
    if key:
        resource.state("kms_key_id", key)
    else:
        resource.miss("kms_key_id", "not_in_source", ENCRYPTION.label)
