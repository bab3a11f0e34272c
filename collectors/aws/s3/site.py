"""What the buckets of one source have in common, and how one of them is asked."""

from __future__ import annotations

from dataclasses import dataclass

from ..answers import Answer, Unread
from ..operations import Operation
from ..reader import Reader
from ..trails import Trails
from .listing import Listing


@dataclass(frozen=True)
class Site:
    """What the buckets of one source have in common."""

    listing: Listing
    account: str | Unread
    partition: str
    """The first part of an ARN after `arn:`; servers that speak S3 use that of the first partition."""
    address: str
    """Host and port of the server."""
    block: Answer
    """The public access block of the account."""
    trails: Trails

    @property
    def is_aws(self) -> bool:
        """Whether it is S3 itself, with the other services of AWS beside it."""
        return self.listing.dialect.provider == "aws_s3"

    def id_of(self, bucket: str) -> str:
        """Return the id of a bucket."""
        return self.listing.id_of(bucket)

    def arn_of(self, bucket: str) -> str:
        """Return the ARN of a bucket."""
        return f"arn:{self.partition}:s3:::{bucket}"


@dataclass(frozen=True)
class Bucket:
    """One bucket, ready to be asked."""

    site: Site
    name: str
    region: str | Unread
    reader: Reader

    @property
    def arn(self) -> str:
        """The ARN."""
        return self.site.arn_of(self.name)

    @property
    def known_region(self) -> str:
        """The region, empty where it could not be read."""
        return self.region if isinstance(self.region, str) else ""

    def ask(self, operation: Operation) -> Answer:
        """Ask S3 about it, and let AWS refuse where it belongs to somebody else."""
        if not self.site.is_aws:
            return self.reader.ask(operation, Bucket=self.name)
        account = self.site.account
        owner = {"ExpectedBucketOwner": account} if isinstance(account, str) else {}
        return self.reader.ask(operation, self.known_region, Bucket=self.name, **owner)
