"""Trails of CloudTrail, and stores of its Lake, as sources of logs."""

from __future__ import annotations

from collections.abc import Iterator

from assay.collector import Resource

from ..code import Code
from ..declared import Declared
from ..ids import identified
from ..value import Unknown
from .log_bucket import LogBuckets
from .telling import tell, tell_or_default

TRAIL = "aws_cloudtrail"
_LAKE = "aws_cloudtrail_event_data_store"
_YEARS = 2555
"""Days for which a store of the Lake keeps events unless it is told otherwise."""


def trails(code: Code) -> Iterator[Resource]:
    """Yield the trails that deliver to a bucket."""
    buckets = LogBuckets(code)
    for trail in code.of(TRAIL):
        resource = _identified(code, trail, "trail")
        tell_reach(code, resource, trail)
        validated = trail.arguments.flag("enable_log_file_validation")
        tell_or_default(resource, "integrity_validation", validated, False, trail)
        tell_encrypted(resource, trail)
        _tell_destination(code, resource, trail, buckets)
        yield resource


def stores(code: Code) -> Iterator[Resource]:
    """Yield the stores of the Lake: events in them are encrypted, and nobody can change them."""
    for store in code.of(_LAKE):
        arguments = store.arguments
        resource = _identified(code, store, "eventdatastore")
        _tell_kind(resource)
        organization, suspended = arguments.flag("organization_enabled"), arguments.flag("suspend")
        tell_or_default(resource, "enabled", _opposite(suspended), True, store)
        tell_or_default(resource, "multi_region", arguments.flag("multi_region_enabled"), True, store)
        tell_or_default(resource, "retention_days", arguments.number("retention_period"), _YEARS, store)
        tell_or_default(resource, "centralised", organization, False, store)
        tell(resource, "account_ids", _accounts(code, store, organization))
        tell_encrypted(resource, store)
        tell_or_default(resource, "immutable", None, True, store)
        yield resource


def tell_reach(code: Code, resource: Resource, trail: Declared) -> None:
    """Say what a trail records: when, where and of whom; it lists no resource, for it is there for all."""
    arguments = trail.arguments
    _tell_kind(resource)
    tell_or_default(resource, "enabled", arguments.flag("enable_logging"), True, trail)
    tell_or_default(resource, "multi_region", arguments.flag("is_multi_region_trail"), False, trail)
    tell(resource, "account_ids", _accounts(code, trail, arguments.flag("is_organization_trail")))


def tell_encrypted(resource: Resource, declared: Declared) -> None:
    """Say that logs are encrypted: with the key that is named, else with one of the service."""
    named = declared.values.get("kms_key_id") not in (None, "")
    tell_or_default(resource, "encrypted", True if named else None, True, declared)


def _identified(code: Code, declared: Declared, type_: str) -> Resource:
    name = declared.arguments.text("name")
    return identified(code, declared, "cloudtrail", type_, name if isinstance(name, str) else None)


def _tell_kind(resource: Resource) -> None:
    resource.state("kind", "cloud_trail")
    resource.miss("covers_ids", "not_in_source", "a trail records every resource of its accounts")
    resource.miss("last_event_at", "known_after_apply")


def _opposite(flag: bool | Unknown | None) -> bool | Unknown | None:
    return flag if flag is None or isinstance(flag, Unknown) else not flag


def _accounts(code: Code, declared: Declared, organization: bool | Unknown | None) -> list[str] | Unknown:
    if isinstance(organization, Unknown):
        return organization
    account = code.account_of(declared)
    if organization:
        return ["all"]
    return Unknown("not_in_source", operation="--account") if account is None else [account]


def _tell_destination(code: Code, resource: Resource, trail: Declared, buckets: LogBuckets) -> None:
    """Say how the logs are kept: by the bucket, where the code holds it; elsewhere that is not known."""
    bucket = buckets.of(trail, "s3_bucket_name")
    if isinstance(bucket, Unknown):
        tell(resource, "retention_days", bucket)
        tell(resource, "immutable", bucket)
    else:
        tell(resource, "retention_days", _retention(code, trail, bucket, buckets))
        tell(resource, "immutable", buckets.is_locked(bucket))
    tell(resource, "centralised", _centralised(code, trail, bucket))


def _centralised(code: Code, trail: Declared, bucket: Declared | Unknown) -> bool | Unknown:
    """Say whether the logs go to another account, or are those of the organisation."""
    organization = trail.arguments.flag("is_organization_trail")
    if organization:
        return organization
    if isinstance(bucket, Unknown):
        return bucket
    if bucket.account == trail.account:
        return False  # the same provider makes both, whatever account that is
    there, here = code.account_of(bucket), code.account_of(trail)
    return Unknown("not_in_source", operation="--account") if None in (there, here) else there != here


def _retention(code: Code, trail: Declared, bucket: Declared, buckets: LogBuckets) -> int | Unknown:
    """Return how long the bucket keeps what the trail writes; under which prefix may not be known."""
    prefix = trail.arguments.text("s3_key_prefix")
    if not isinstance(prefix, Unknown):
        return buckets.retention(bucket, _keys(code, trail, prefix))
    somewhere, nowhere = buckets.retention(bucket, ""), buckets.retention(bucket, "\0")
    return somewhere if somewhere == nowhere else prefix


def _keys(code: Code, trail: Declared, prefix: str | None) -> str:
    """Return what the names of all logs of a trail begin with; those of an organisation name its accounts."""
    own = trail.arguments.flag("is_organization_trail") in (None, False)
    account = code.account_of(trail) if own else None
    return (f"{prefix}/" if prefix else "") + "AWSLogs/" + (f"{account}/CloudTrail" if account else "")
