"""What the buckets of one source have in common, and how one of them is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ..answers import Answer, Unread
from ..operations import Operation
from ..policy import account_of
from .listing import Listing


class Recording(Protocol):
    """The trails that may record the access to objects."""

    def recording(self, region: str, bucket: str) -> list[str] | Unread:
        """Return the ARNs of the trails that together record every read and write of a bucket's objects."""


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
    trails: Recording

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

    def is_own(self, principal: str) -> bool:
        """Whether a principal, as a policy or list names it, belongs to the account."""
        # A server that speaks S3 may leave the account out of the ARNs of its own users.
        own_user = principal.startswith("arn:") and not account_of(principal) and not self.is_aws
        return own_user or principal in (self.account, self.listing.owner) or account_of(principal) == self.account


class Bucket(Protocol):
    """One bucket, ready to be asked, on a server or in code."""

    @property
    def site(self) -> Site:
        """What it has in common with others."""

    @property
    def region(self) -> str | Unread:
        """The region that it lies in."""

    @property
    def arn(self) -> str:
        """The ARN."""

    def ask(self, operation: Operation) -> Answer:
        """Ask for one setting."""

    def ask_key(self, key: str) -> Answer:
        """Ask for the key that its encryption names."""
