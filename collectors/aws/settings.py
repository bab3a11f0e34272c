"""The options of one source, typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """The options of one source, typed."""

    source: str
    profile: str
    role_arn: str
    external_id: str
    accounts: Sequence[str]
    regions: Sequence[str]
    services: Sequence[str]
    endpoint_url: str
    path_style: bool
    ca_bundle: str
    buckets: Sequence[str]
    provider: str
    sample: bool = False
    """Read one resource of each service only, to try the permissions."""
