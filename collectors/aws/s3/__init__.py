"""S3: buckets and their lifecycle rules, on AWS or on a server that speaks S3."""

from __future__ import annotations

from collections.abc import Sequence

from ..cloud import Cloud
from ..operations import Operation
from ..trails import OPERATIONS as OF_TRAILS
from ..trails import Trails
from .bucket import Reading, read_bucket
from .listing import KINDS, leave_out, list_buckets
from .operations import OF_BUCKETS
from .placing import place, site_of


class S3:
    """Reads buckets and their lifecycle rules."""

    kinds: Sequence[str] = KINDS
    operations: Sequence[Operation] = (*OF_BUCKETS, *OF_TRAILS)

    def read(self, cloud: Cloud) -> None:
        """Read every bucket; raises `CollectorFailed` where they cannot be listed."""
        trails = Trails(cloud.reader("trails"))
        site = site_of(cloud, list_buckets(cloud), trails)
        for reading in cloud.each(read_bucket, place(cloud, site, trails)):
            _write(cloud, reading)


def _write(cloud: Cloud, reading: Reading) -> None:
    reading.reader.write(cloud.out)
    if reading.resource is None:
        cloud.out.note(f"bucket {reading.name} vanished while it was read: read again")
        leave_out(cloud, "partial")
        return
    cloud.out.resource("storage_bucket", reading.resource)
    for rule in reading.rules:
        cloud.out.resource("lifecycle_rule", rule)
    if "lifecycle_state" in reading.resource.unread:
        cloud.out.incomplete("lifecycle_rule", *reading.resource.unread["lifecycle_state"])


SERVICE = S3()
