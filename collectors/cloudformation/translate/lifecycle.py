"""Lifecycle rules of buckets, in the present form and in the older ones."""

from __future__ import annotations

from typing import Any

from ...iac.value import Unknown
from .forms import each, listed, one, tags
from .shape import Arguments, From, Properties, shaped, take

_TRANSITION: Arguments = {"days": "TransitionInDays", "date": "TransitionDate", "storage_class": "StorageClass"}
_OLD_TRANSITION: Arguments = {
    "noncurrent_days": "TransitionInDays",
    "newer_noncurrent_versions": "NewerNoncurrentVersions",
    "storage_class": "StorageClass",
}
_OLD_EXPIRATION: Arguments = {
    "noncurrent_days": "NoncurrentDays",
    "newer_noncurrent_versions": "NewerNoncurrentVersions",
}
_FILTER: Arguments = {
    "prefix": "Prefix",
    "tags": From("TagFilters", tags),
    "object_size_greater_than": "ObjectSizeGreaterThan",
    "object_size_less_than": "ObjectSizeLessThan",
}
_EXPIRATION: Arguments = {
    "days": "ExpirationInDays",
    "date": "ExpirationDate",
    "expired_object_delete_marker": "ExpiredObjectDeleteMarker",
}


def _filter(rule: Properties) -> Any:
    """Return to which objects a rule bears; several conditions stand in an `and`."""
    conditions = shaped(rule, _FILTER)
    if len(conditions) > 1 or isinstance(conditions.get("tags"), dict):
        return [{"and": [conditions]}]
    # A rule without a filter is one for every object.
    return [{"tag": conditions["tags"]}] if "tags" in conditions else [conditions or {"prefix": ""}]


def _expiration(rule: Properties) -> Any:
    found = shaped(rule, _EXPIRATION)
    return [found] if found else None


def _old_expiration(rule: Properties) -> Any:
    days = rule.get("NoncurrentVersionExpirationInDays")
    if days is not None:
        return [{"noncurrent_days": days}]
    return take(rule, From("NoncurrentVersionExpiration", one(_OLD_EXPIRATION)))


def _both(singular: str, plural: str, arguments: Arguments) -> Any:
    """Return what takes the blocks of a property and of its older form, which names only one."""

    def taken(rule: Properties) -> Any:
        found = [rule.get(name) for name in (singular, plural)]
        unknown = next((value for value in found if isinstance(value, Unknown)), None)
        items = [item for value in found if value is not None for item in listed(value)]
        return unknown or each(arguments)(items) or None

    return taken


RULE: Arguments = {
    "id": "Id",
    "status": "Status",
    "filter": _filter,
    "expiration": _expiration,
    "transition": _both("Transition", "Transitions", _TRANSITION),
    "noncurrent_version_expiration": _old_expiration,
    "noncurrent_version_transition": _both(
        "NoncurrentVersionTransition", "NoncurrentVersionTransitions", _OLD_TRANSITION
    ),
    "abort_incomplete_multipart_upload": From(
        "AbortIncompleteMultipartUpload", one({"days_after_initiation": "DaysAfterInitiation"})
    ),
}
