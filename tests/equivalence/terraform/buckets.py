"""Buckets in Terraform's language: with resources for their settings, or with blocks inside."""

from __future__ import annotations

from typing import Any

from ..documents import STATEMENTS, about, document
from ..model import Bucket, Lifecycle
from .keys import key_arn
from .policies import policy
from .terms import Blocks, Ref, Root, Text, Written, tags

_SETTINGS = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")


def write(root: Root, name: str, bucket: Bucket) -> None:
    """Write a bucket."""
    settings = _settings(root, name, bucket)
    inside = {argument: Blocks([_inline(argument, block)]) for argument, block in settings.items()}
    given: dict[str, Any] = dict(inside) if root.style.inline else {}
    if root.style.inline and bucket.lifecycle:
        given["lifecycle_rule"] = Blocks([_inline_rule(rule) for rule in bucket.lifecycle])
    if root.style.inline and bucket.acl:
        given |= {"acl": bucket.acl}
    if bucket.lock and not root.style.inline:
        given["object_lock_enabled"] = True
    made = root.add("aws_s3_bucket", name, bucket=name, tags=tags(bucket.tags), **given)
    if not root.style.inline:
        _write_settings(root, made, settings, bucket)
    _write_access(root, made, bucket)


def _write_access(root: Root, made: Written, bucket: Bucket) -> None:
    """Write what is a resource of its own in every style."""
    own = made.ref("id")
    if bucket.block is not None:
        on = {setting: setting in bucket.block for setting in _SETTINGS}
        root.add("aws_s3_bucket_public_access_block", made.name, bucket=own, **on)
    if bucket.ownership:
        rule = Blocks([{"object_ownership": bucket.ownership}])
        root.add("aws_s3_bucket_ownership_controls", made.name, bucket=own, rule=rule)
    if bucket.policy:
        said = about(document(STATEMENTS, bucket.policy), lambda rest: _arn(root, made, rest))
        root.add("aws_s3_bucket_policy", made.name, bucket=own, policy=policy(root, made.name, said))


def _write_settings(root: Root, made: Written, settings: dict[str, dict[str, Any]], bucket: Bucket) -> None:
    own = made.ref("id")
    types = {
        "server_side_encryption_configuration": "server_side_encryption_configuration",
        "versioning": "versioning",
        "object_lock_configuration": "object_lock_configuration",
        "logging": "logging",
    }
    for argument, block in settings.items():
        root.add(f"aws_s3_bucket_{types[argument]}", made.name, bucket=own, **block)
    if bucket.lifecycle:
        rules = Blocks([_rule(number, rule) for number, rule in enumerate(bucket.lifecycle)])
        root.add("aws_s3_bucket_lifecycle_configuration", made.name, bucket=own, rule=rules)
    if bucket.acl:
        root.add("aws_s3_bucket_acl", made.name, bucket=own, acl=bucket.acl)


def _settings(root: Root, name: str, bucket: Bucket) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    if bucket.encryption:
        found["server_side_encryption_configuration"] = {"rule": Blocks([_encryption(root, name, bucket)])}
    if bucket.versioning:
        found["versioning"] = {"versioning_configuration": Blocks([{"status": bucket.versioning}])}
    if bucket.lock:
        mode, days = bucket.lock
        retention = Blocks([{"mode": mode, "days": days}])
        found["object_lock_configuration"] = {"rule": Blocks([{"default_retention": retention}])}
    if bucket.logs:
        target = root.add("aws_s3_bucket", f"{name}_log", bucket=f"{name}-log")
        found["logging"] = {"target_bucket": target.ref("id"), "target_prefix": "log/"}
    return found


def _encryption(root: Root, name: str, bucket: Bucket) -> dict[str, Any]:
    default: dict[str, Any] = {"sse_algorithm": "AES256" if bucket.encryption == "sse_s3" else "aws:kms"}
    arn = key_arn(root, name, bucket.encryption)
    if arn is not None:
        default["kms_master_key_id"] = arn
    return {"apply_server_side_encryption_by_default": Blocks([default])}


def _inline(argument: str, block: dict[str, Any]) -> dict[str, Any]:
    """Return a setting as the block inside a bucket has it."""
    if argument == "versioning":
        return {"enabled": block["versioning_configuration"][0]["status"] == "Enabled"}
    if argument == "object_lock_configuration":
        return {"object_lock_enabled": "Enabled", **block}
    return block


def _rule(number: int, rule: Lifecycle) -> dict[str, Any]:
    written: dict[str, Any] = {"id": f"r{number}", "status": "Enabled" if rule.enabled else "Disabled"}
    written["filter"] = Blocks([{"prefix": rule.prefix}])
    return written | _ends(rule, "noncurrent_days", lambda days: Blocks([{"days_after_initiation": days}]))


def _inline_rule(rule: Lifecycle) -> dict[str, Any]:
    written: dict[str, Any] = {"enabled": rule.enabled, "prefix": rule.prefix or None}
    ends = _ends(rule, "days", lambda days: days)
    if "abort_incomplete_multipart_upload" in ends:
        ends["abort_incomplete_multipart_upload_days"] = ends.pop("abort_incomplete_multipart_upload")
    return {name: value for name, value in (written | ends).items() if value is not None}


def _ends(rule: Lifecycle, old: str, aborted: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if rule.days is not None:
        found["expiration"] = Blocks([{"days": rule.days}])
    if rule.old_versions is not None:
        found["noncurrent_version_expiration"] = Blocks([{old: rule.old_versions}])
    if rule.aborts:
        found["abort_incomplete_multipart_upload"] = aborted(7)
    return found


def _arn(root: Root, made: Written, rest: str) -> str | Text | Ref:
    if root.style.policies == "literal":
        return f"arn:aws:s3:::{made.name}{rest}"
    return Text((made.ref("arn"), rest)) if rest else made.ref("arn")
