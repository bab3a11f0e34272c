"""The lifecycle rules of a bucket; code may leave a piece of a rule `Unread`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assay.collector import Resource

from ..answers import Found, NotSet, Unread, settle
from .operations import LIFECYCLE
from .site import Bucket

_NO_AGE = Unread("not_in_source", LIFECYCLE.label)


def state_lifecycle(resource: Resource, bucket: Bucket) -> list[Resource]:
    """State `lifecycle_state` and return the rules."""
    match bucket.ask(LIFECYCLE):
        case Found(rules):
            settle(resource, "lifecycle_state", _state_of([rule.get("Status") for rule in rules]))
            return _rules(resource.id, rules, bucket.site.listing.dialect.aborts_uploads)
        case NotSet():
            resource.state("lifecycle_state", "none")
        case Unread() as unread:
            unread.miss(resource, ["lifecycle_state"])
    return []


def _state_of(statuses: Sequence[object]) -> str | Unread:
    if "Enabled" in statuses:
        return "present"
    return next((status for status in statuses if isinstance(status, Unread)), "none")


def _rules(bucket_id: str, rules: Sequence[Mapping[str, Any]], aborts_uploads: bool) -> list[Resource]:
    made: dict[str, Resource] = {}
    for number, raw in enumerate(rules, 1):
        name = raw.get("ID") or str(number)
        # Ids are unique on AWS; elsewhere a rule without one may meet its number as the id of another.
        name = name if name not in made else f"{name}#{number}"
        rule = made[name] = Resource(f"{bucket_id}:lifecycle/{name}", name)
        rule.state("bucket_id", bucket_id)
        status = raw.get("Status")
        settle(rule, "enabled", status if isinstance(status, Unread) else status == "Enabled")
        _state_filter(rule, raw)
        _state_expiry(rule, raw)
        _state_aborts(rule, raw, aborts_uploads)
    return list(made.values())


def _state_filter(rule: Resource, raw: Mapping[str, Any]) -> None:
    given = raw.get("Filter", {})
    if isinstance(given, Unread):
        given.miss(rule, ["prefix", "other_filter", "covers_whole_bucket"])
        return
    given = {**given, **given.get("And", {})}
    # The prefix stands beside the filter in rules of the first version of the API.
    prefix = given.pop("Prefix", "") or raw.get("Prefix", "")
    given.pop("And", None)
    settle(rule, "prefix", prefix)
    rule.state("other_filter", bool(given))
    settle(rule, "covers_whole_bucket", prefix if isinstance(prefix, Unread) and not given else not (prefix or given))


def _state_expiry(rule: Resource, raw: Mapping[str, Any]) -> None:
    """State after how many days objects go; what is no age is left unread, in doubt for either side.

    A date deletes all at once whatever its age, and a number of old versions to keep has no age at all.
    """
    expiration = raw.get("Expiration", {})
    settle(rule, "expiration_days", _NO_AGE if "Date" in expiration else expiration.get("Days", "none"))
    noncurrent = raw.get("NoncurrentVersionExpiration", {})
    kept = noncurrent.get("NewerNoncurrentVersions")
    settle(rule, "noncurrent_expiration_days", _NO_AGE if kept else noncurrent.get("NoncurrentDays", "none"))


def _state_aborts(rule: Resource, raw: Mapping[str, Any], aborts_uploads: bool) -> None:
    days = raw.get("AbortIncompleteMultipartUpload", {}).get("DaysAfterInitiation", "none")
    if days != "none" or aborts_uploads:
        settle(rule, "abort_multipart_days", days)
    else:
        rule.miss("abort_multipart_days", "unsupported", LIFECYCLE.label)
