"""One bucket with its lifecycle rules, read as a whole by one thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from assay.collector import Resource

from ..answers import settle
from ..reader import Reader, Vanished
from .access_log import state_access_log
from .acl import state_acl
from .bucket_policy import state_policy
from .configuration import state_configuration
from .encryption import state_encryption
from .lifecycle import state_lifecycle
from .listed import ListedBucket
from .outsiders import state_outsiders
from .public_access import state_public_access_block
from .site import Bucket


@dataclass
class Reading:
    """What was read of one bucket; no resource where it vanished meanwhile."""

    name: str
    reader: Reader
    resource: Resource | None = None
    rules: list[Resource] = field(default_factory=list)


def read_bucket(bucket: ListedBucket) -> Reading:
    """Read all there is to know of a bucket."""
    reading = Reading(bucket.name, bucket.reader)
    resource = _identified(bucket)
    try:
        rules = state_settings(resource, bucket)
    except Vanished:
        return reading
    reading.resource, reading.rules = resource, rules
    return reading


def state_settings(resource: Resource, bucket: Bucket) -> list[Resource]:
    """State all that a bucket answers, and return its lifecycle rules; raises `Vanished`."""
    # Encryption first: SeaweedFS answers it for a bucket that is gone, the calls after it tell.
    state_encryption(resource, bucket)
    state_public_access_block(resource, bucket)
    let_in = state_policy(resource, bucket), state_acl(resource, bucket)
    state_outsiders(resource, bucket.site, *let_in)
    state_access_log(resource, bucket)
    state_configuration(resource, bucket)
    return state_lifecycle(resource, bucket)


def _identified(bucket: ListedBucket) -> Resource:
    """Return the bucket with what is known of it before it is asked."""
    site = bucket.site
    resource = Resource(site.id_of(bucket.name), bucket.name, aliases=[bucket.arn] if site.is_aws else [])
    resource.state("provider", site.listing.dialect.provider)
    if not site.is_aws:
        resource.state("tls_endpoint_id", site.address)
    settle(resource, "account_id", site.account)
    settle(resource, "region", bucket.region)
    return resource
