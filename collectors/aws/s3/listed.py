"""One bucket of a listing, which is asked over the network."""

from __future__ import annotations

from dataclasses import dataclass

from ..answers import Answer, Unread
from ..ids import region_of
from ..operations import Operation
from ..reader import Reader
from .operations import KEY
from .site import Site


@dataclass(frozen=True)
class ListedBucket:
    """One bucket of a listing."""

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

    def ask_key(self, key: str) -> Answer:
        """Ask KMS for a key, where the key lies."""
        return self.reader.ask(KEY, region_of(key) or self.known_region, KeyId=key)
