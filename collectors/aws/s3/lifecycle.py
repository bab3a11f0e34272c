"""The lifecycle rules of a bucket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assay.collector import Resource

from ..answers import Found, NotSet, Unread
from .operations import LIFECYCLE
from .site import Bucket

_NO_AGE = ("not_in_source", LIFECYCLE.label)


def state_lifecycle(resource: Resource, bucket: Bucket) -> list[Resource]:
    """State `lifecycle_state` and return the rules."""
    match bucket.ask(LIFECYCLE):
        case Found(rules):
            enabled = any(rule.get("Status") == "Enabled" for rule in rules)
            resource.state("lifecycle_state", "present" if enabled else "none")
            return _rules(resource.id, rules, bucket.site.listing.dialect.aborts_uploads)
        case NotSet():
            resource.state("lifecycle_state", "none")
        case Unread() as unread:
            unread.miss(resource, ["lifecycle_state"])
    return []


def _rules(bucket_id: str, rules: Sequence[Mapping[str, Any]], aborts_uploads: bool) -> list[Resource]:
    made: dict[str, Resource] = {}
    for number, raw in enumerate(rules, 1):
        name = raw.get("ID") or str(number)
        # Ids are unique on AWS; elsewhere a rule without one may meet its number as the id of another.
        name = name if name not in made else f"{name}#{number}"
        rule = made[name] = Resource(f"{bucket_id}:lifecycle/{name}", name)
        rule.state("bucket_id", bucket_id)
        rule.state("enabled", raw.get("Status") == "Enabled")
        _state_filter(rule, raw)
        _state_expiry(rule, raw)
        _state_aborts(rule, raw, aborts_uploads)
    return list(made.values())


def _state_filter(rule: Resource, raw: Mapping[str, Any]) -> None:
    given = raw.get("Filter", {})
    given = {**given, **given.get("And", {})}
    # The prefix stands beside the filter in rules of the first version of the API.
    prefix = given.pop("Prefix", "") or raw.get("Prefix", "")
    given.pop("And", None)
    rule.state("prefix", prefix)
    rule.state("other_filter", bool(given))
    rule.state("covers_whole_bucket", not prefix and not given)


def _state_expiry(rule: Resource, raw: Mapping[str, Any]) -> None:
    """State after how many days objects go; what is no age is left unread, in doubt for either side.

    A date deletes all at once whatever its age, and a number of old versions to keep has no age at all.
    """
    expiration = raw.get("Expiration", {})
    if "Date" in expiration:
        rule.miss("expiration_days", *_NO_AGE)
    else:
        rule.state("expiration_days", expiration.get("Days", "none"))
    noncurrent = raw.get("NoncurrentVersionExpiration", {})
    if noncurrent.get("NewerNoncurrentVersions"):
        rule.miss("noncurrent_expiration_days", *_NO_AGE)
    else:
        rule.state("noncurrent_expiration_days", noncurrent.get("NoncurrentDays", "none"))


def _state_aborts(rule: Resource, raw: Mapping[str, Any], aborts_uploads: bool) -> None:
    days = raw.get("AbortIncompleteMultipartUpload", {}).get("DaysAfterInitiation", "none")
    if days != "none" or aborts_uploads:
        rule.state("abort_multipart_days", days)
    else:
        rule.miss("abort_multipart_days", "unsupported", LIFECYCLE.label)
