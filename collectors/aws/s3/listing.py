"""Which buckets there are to read, and what kind of server holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..cloud import Cloud
from ..dialect import AWS, Dialect, detect
from ..trouble import Trouble
from .operations import LIST

KINDS = ("storage_bucket", "lifecycle_rule")


@dataclass(frozen=True)
class Listing:
    """The buckets of a source."""

    source: str
    dialect: Dialect
    owner: str
    """The canonical id of their owner; empty where the server did not say."""
    regions: Mapping[str, str]
    """Bucket to region; empty where the list does not say."""

    def id_of(self, bucket: str) -> str:
        """Return the id of a bucket: names are unique over all of S3, but only within one other server."""
        place = "aws:s3" if self.dialect.provider == "aws_s3" else f"s3:{self.source}"
        return f"{place}:bucket/{bucket}"


def list_buckets(cloud: Cloud) -> Listing:
    """List the buckets that the settings ask for; raises `CollectorFailed` where that is not possible."""
    reader = cloud.reader("buckets")
    pages, trouble = reader.list_all(LIST)
    reader.write(cloud.out)
    # Who names the buckets need not be allowed to list them.
    if trouble and not pages and not (trouble.code == "AccessDenied" and cloud.settings.buckets):
        raise trouble.failure("list the buckets", LIST.action)
    owner = pages[0].get("Owner", {}).get("ID", "") if pages else ""
    listed = [bucket for page in pages for bucket in page.get("Buckets", ())]
    found = {bucket["Name"]: bucket.get("BucketRegion", "") for bucket in listed if "Name" in bucket}
    regions = dict(sorted(found.items()))
    listing = Listing(cloud.settings.source, _dialect(cloud, pages, trouble), owner, regions)
    if not trouble:
        return _chosen(cloud, listing)
    leave_out(cloud, "partial" if cloud.settings.buckets else trouble.reason)
    named = cloud.settings.buckets or regions
    return replace(listing, regions={name: regions.get(name, "") for name in named})


def leave_out(cloud: Cloud, reason: str) -> None:
    """Say that there may be buckets, and so rules, that were not read."""
    for kind in KINDS:
        cloud.out.incomplete(kind, reason, LIST.label)


def _dialect(cloud: Cloud, pages: Sequence[Mapping[str, Any]], trouble: Trouble | None) -> Dialect:
    if not cloud.settings.provider and cloud.calls.is_aws(LIST.service):
        return AWS
    headers = pages[0].get("ResponseMetadata", {}).get("HTTPHeaders", {}) if pages else {}
    return detect(headers.get("server") or (trouble.server if trouble else ""), cloud.settings.provider)


def _chosen(cloud: Cloud, listing: Listing) -> Listing:
    """Return the listing with the buckets that the settings name, which are all where they name none."""
    named = cloud.settings.buckets or listing.regions
    for name in sorted(set(named) - listing.regions.keys()):
        cloud.out.read(LIST.label, listing.id_of(name), "absent")
        cloud.out.note(f"the account has no bucket {name}: correct `buckets`")
    chosen = {name: region for name, region in listing.regions.items() if name in named}
    if len(chosen) < len(listing.regions):
        leave_out(cloud, "partial")
    return replace(listing, regions=chosen)
