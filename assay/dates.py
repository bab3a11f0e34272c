"""Instants and days: whole days count in the time zone of the estate."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assay.errors import UsageError


def zone(name: str) -> ZoneInfo:
    """Return a time zone by its IANA name; raises `UsageError`."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(f"timezone {name!r} is not known; use an IANA name such as Asia/Shanghai") from None


def now() -> datetime:
    """Return the present, or what `SOURCE_DATE_EPOCH` says it is, in whole seconds UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC).replace(microsecond=0)


def instant(text: str, zone: ZoneInfo) -> datetime:
    """Read a date or a time; a date is its noon, a time without offset is one of the zone.

    Raises `UsageError` where it is neither.
    """
    try:
        if len(text) == 10:
            day = date.fromisoformat(text)
            return datetime(day.year, day.month, day.day, 12, tzinfo=zone)
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"time {text!r} is not one; use 2026-11-21 or 2026-11-21T08:00:00+08:00") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def stamp(moment: datetime) -> str:
    """Write an instant as RFC 3339 in UTC, whole seconds."""
    return moment.astimezone(UTC).replace(microsecond=0).strftime("%Y-%m-%dT%H:%M:%SZ")
