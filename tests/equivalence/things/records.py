"""Logs and backups."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Trail:
    """A trail that writes into a bucket of the same code."""

    everywhere: bool = True
    validated: bool = True
    key: str | None = None
    events: str | None = None
    """`objects` (of every bucket), `writes`; None is management events only."""
    group_days: int | None = None
    """Days that the log group keeps that it is delivered to, if any."""
    bucket_days: int | None = None
    """Days after which its bucket deletes, if ever."""


@dataclass(frozen=True)
class LogGroup:
    """A log group."""

    days: int | None = None
    key: str | None = None


@dataclass(frozen=True)
class Plan:
    """A plan of the backup service that copies a database of the same code into a vault."""

    days: tuple[int | None, ...] = (35,)
    """After how many days each of its rules deletes."""
    key: str | None = None
    encrypted_source: bool = True
    outsider: bool = False
    """Whether another account may copy into its vault."""


@dataclass(frozen=True)
class Snapshot:
    """A snapshot of a database of the same code; CloudFormation has none."""

    encrypted_source: bool = True
    shared: tuple[str, ...] = ()
