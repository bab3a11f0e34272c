"""Buckets and keys."""

from __future__ import annotations

from dataclasses import dataclass

from .pairs import Pairs


@dataclass(frozen=True)
class Lifecycle:
    """One rule of a bucket."""

    days: int | None = None
    old_versions: int | None = None
    prefix: str = ""
    enabled: bool = True
    aborts: bool = False
    """Whether uploads that were broken off are deleted."""


@dataclass(frozen=True)
class Bucket:
    """A bucket."""

    encryption: str | None = None
    """`sse_s3`, `service_key` (no key named), `own_key` (of the same code), `elsewhere` (a written ARN)."""
    block: tuple[str, ...] | None = None
    """Settings of its public access block that are on; the others are off."""
    versioning: str | None = None
    lifecycle: tuple[Lifecycle, ...] = ()
    logs: bool = False
    """Whether its access is logged, into another bucket of the same code."""
    policy: tuple[str, ...] = ()
    """Names of statements (`documents.STATEMENTS`)."""
    lock: tuple[str, int] | None = None
    """Mode and days of the default retention."""
    ownership: str | None = None
    acl: str | None = None
    tags: Pairs = ()


@dataclass(frozen=True)
class Key:
    """A key of the key service."""

    rotation: bool | None = None
    period: int | None = None
    policy: tuple[str, ...] = ()
    enabled: bool | None = None
    spec: str | None = None
    tags: Pairs = ()
