"""How servers say that nothing is set: each has its own way, and some answer calls that they do not know.

AWS documents an empty answer for a few calls; everywhere else an empty answer with status 200 proves nothing:
Ceph gives one for encryption and ownership, SeaweedFS for logging, because they do not have these settings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Dialect:
    """One family of servers."""

    name: str
    provider: Literal["aws_s3", "s3_compatible"]
    empty_is_not_set: frozenset[str] = frozenset()
    """Operations whose empty answer is a fact."""
    aborts_uploads: bool = True
    """Whether its lifecycle rules can remove broken uploads."""


AWS = Dialect(
    "aws",
    "aws_s3",
    frozenset({"DescribeTrails", "GetBucketLocation", "GetBucketLogging", "GetBucketVersioning"}),
)
SEAWEEDFS = Dialect("seaweedfs", "s3_compatible", frozenset({"GetBucketVersioning"}))
CEPH = Dialect("ceph", "s3_compatible", frozenset({"GetBucketVersioning"}))
OTHER = Dialect("other", "s3_compatible", aborts_uploads=False)

_BY_SERVER = {"AmazonS3": AWS, "SeaweedFS": SEAWEEDFS, "Ceph": CEPH}


def detect(server: str, provider: str = "") -> Dialect:
    """Return the dialect of a `Server` header; a configured provider outweighs it."""
    if provider == AWS.provider:
        return AWS
    found = next((dialect for start, dialect in _BY_SERVER.items() if server.startswith(start)), OTHER)
    return found if provider in ("", found.provider) else OTHER
