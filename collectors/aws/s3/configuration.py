"""The settings of a bucket that one call answers: versioning, object lock, tags, replication."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assay.collector import Resource

from ..answers import Found, NotSet, Unread
from .operations import OBJECT_LOCK, REPLICATION, TAGS, VERSIONING
from .site import Bucket, Site


def state_configuration(resource: Resource, bucket: Bucket) -> None:
    """State all of them."""
    _versioning(resource, bucket)
    _object_lock(resource, bucket)
    _tags(resource, bucket)
    _replication(resource, bucket)


def _versioning(resource: Resource, bucket: Bucket) -> None:
    match bucket.ask(VERSIONING):
        case Found("Enabled" | "Suspended" as status):
            resource.state("versioning", status.lower())
        case Found():
            resource.miss("versioning", "corrupt", VERSIONING.label)
        case NotSet():
            resource.state("versioning", "disabled")
        case Unread() as unread:
            unread.miss(resource, ["versioning"])


def _object_lock(resource: Resource, bucket: Bucket) -> None:
    match bucket.ask(OBJECT_LOCK):
        case Found(value):
            # Locking may be on with no default: then an object is locked only if its writer says so.
            retention = value.get("Rule", {}).get("DefaultRetention", {})
            resource.state("object_lock_mode", retention.get("Mode", "none").lower())
            resource.state("object_lock_days", _days(retention))
        case NotSet():
            resource.state("object_lock_mode", "none")
            resource.state("object_lock_days", 0)
        case Unread() as unread:
            unread.miss(resource, ["object_lock_mode", "object_lock_days"])


def _days(retention: Mapping[str, Any]) -> int:
    return int(retention.get("Days") or 0) or 365 * int(retention.get("Years") or 0)


def _tags(resource: Resource, bucket: Bucket) -> None:
    match bucket.ask(TAGS):
        case Found(tags):
            resource.state("tags", {tag["Key"]: tag.get("Value", "") for tag in tags if "Key" in tag})
        case NotSet():
            resource.state("tags", {})
        case Unread() as unread:
            unread.miss(resource, ["tags"])


def _replication(resource: Resource, bucket: Bucket) -> None:
    match bucket.ask(REPLICATION):
        case Found(value):
            resource.state("replication_targets", _targets(value, bucket.site))
        case NotSet():
            resource.state("replication_targets", [])
        case Unread() as unread:
            unread.miss(resource, ["replication_targets"])


def _targets(value: Mapping[str, Any], site: Site) -> list[str]:
    """Return the ids of the buckets that enabled rules copy to."""
    rules = [rule for rule in value.get("Rules", ()) if rule.get("Status") == "Enabled"]
    arns = {rule.get("Destination", {}).get("Bucket", "") for rule in rules} - {""}
    return sorted(site.id_of(arn.rpartition(":")[2]) for arn in arns)
