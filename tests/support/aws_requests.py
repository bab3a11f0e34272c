"""Which operation of AWS a request is."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

#: Sub-resource of a bucket to operation.
_OF_BUCKET = {
    "location": "GetBucketLocation",
    "encryption": "GetBucketEncryption",
    "policy": "GetBucketPolicy",
    "policyStatus": "GetBucketPolicyStatus",
    "publicAccessBlock": "GetPublicAccessBlock",
    "acl": "GetBucketAcl",
    "ownershipControls": "GetBucketOwnershipControls",
    "versioning": "GetBucketVersioning",
    "object-lock": "GetObjectLockConfiguration",
    "lifecycle": "GetBucketLifecycleConfiguration",
    "logging": "GetBucketLogging",
    "tagging": "GetBucketTagging",
    "replication": "GetBucketReplication",
}


def operation_of(method: str, path: str, headers: Any, body: bytes) -> str:
    """Return the operation of a request as the ledger names it."""
    if "X-Amz-Target" in headers:
        service = "kms" if headers["X-Amz-Target"].startswith("Trent") else "cloudtrail"
        return f"{service}:{headers['X-Amz-Target'].rpartition('.')[2]}"
    if method == "POST" and b"Action=" in body:
        return f"sts:{parse_qs(body.decode())['Action'][0]}"
    parts = urlsplit(path)
    if parts.path.startswith("/v20180820/"):
        return "s3control:GetPublicAccessBlock"
    names = parse_qs(parts.query, keep_blank_values=True).keys() & _OF_BUCKET.keys()
    return f"s3:{_OF_BUCKET[names.pop()] if names else 'ListBuckets' if parts.path == '/' else path}"
