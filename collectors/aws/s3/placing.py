"""Where the buckets lie, and what their account and region decide for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..answers import Answer, Found, NotSet, Unread
from ..cloud import Account, Cloud
from ..reader import Vanished
from ..trails import Trails
from .listed import ListedBucket
from .listing import Listing, leave_out
from .operations import ACCOUNT_PUBLIC_ACCESS, LIST, LOCATION
from .site import Site

_FIRST_REGION = "us-east-1"
_RENAMED = {"EU": "eu-west-1"}


def site_of(cloud: Cloud, listing: Listing, trails: Trails) -> Site:
    """Return what the buckets of a source have in common; raises `CollectorFailed` for a foreign account."""
    address = cloud.calls.address(LIST.service)
    if listing.dialect.provider != "aws_s3":
        return Site(listing, _owner(cloud, listing), "aws", address, NotSet(), trails)
    account = cloud.account()
    if isinstance(account, Unread):
        return Site(listing, account, _partition(cloud.calls.home), address, account, trails)
    return Site(listing, account.id, account.partition, address, _block(cloud, account), trails)


def place(cloud: Cloud, site: Site, trails: Trails) -> list[ListedBucket]:
    """Return the buckets with their regions, without those in regions that the settings leave out."""
    regions = site.listing.regions
    names = list(regions)[: 1 if cloud.settings.sample else None]
    listed = [
        ListedBucket(site, name, regions[name], cloud.reader(site.id_of(name), site.listing.dialect)) for name in names
    ]
    wanted = cloud.settings.regions if site.is_aws else ()
    placed = [bucket for bucket in cloud.each(_located, listed) if not wanted or _may_lie_in(wanted, bucket)]
    if len(placed) < len(listed):
        leave_out(cloud, "partial")
    for region in sorted({bucket.known_region for bucket in placed} - {""}) if site.is_aws else ():
        trails.load(region)
    trails.reader.write(cloud.out)
    return placed


def _located(bucket: ListedBucket) -> ListedBucket:
    """Ask where a bucket lies; a list of AWS may have said so already."""
    try:
        answer = bucket.ask(LOCATION)
    except Vanished:
        answer = Unread("partial", LOCATION.label)
    match answer:
        case Found(name):
            return replace(bucket, region=_RENAMED.get(name, name))
        case NotSet():
            return replace(bucket, region=_FIRST_REGION)
        case Unread() as unread:
            return replace(bucket, region=bucket.region or unread)


def _may_lie_in(regions: Sequence[str], bucket: ListedBucket) -> bool:
    return isinstance(bucket.region, Unread) or bucket.region in regions


def _owner(cloud: Cloud, listing: Listing) -> str | Unread:
    """Return the account on a server that speaks S3: the owner that its list names."""
    cloud.admit(listing.owner)
    return listing.owner or Unread("not_in_source", LIST.label)


def _block(cloud: Cloud, account: Account) -> Answer:
    """Return the public access block of the account."""
    reader = cloud.reader(f"aws:{account.id}")
    answer = reader.ask(ACCOUNT_PUBLIC_ACCESS, AccountId=account.id)
    reader.write(cloud.out)
    return answer


def _partition(region: str) -> str:
    return next((f"aws-{start}" for start in ("cn", "us-gov") if region.startswith(f"{start}-")), "aws")
