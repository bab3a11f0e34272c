"""Times as directories write them: GeneralizedTime, and the 100-nanosecond ticks of Active Directory."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from assay.derive import Missing

_GENERALIZED = re.compile(r"([0-9]{10})([0-9]{2})?([0-9]{2})?(?:[.,][0-9]+)?(Z|[+-][0-9]{2}(?:[0-9]{2})?)")
_TICKS_START = datetime(1601, 1, 1, tzinfo=UTC)
_TICKS = re.compile(r"[0-9]{1,19}")
_UNIX_START = datetime(1970, 1, 1, tzinfo=UTC)
_NEVER = frozenset({"0", str(2**63 - 1)})
_CORRUPT = Missing("corrupt", "is no time")


def generalized(text: str) -> datetime | Missing:
    """Read `20261121040000Z`; minutes, seconds and their parts may be left out."""
    found = _GENERALIZED.fullmatch(text)
    if found is None:
        return _CORRUPT
    hour, minute, second, offset = found.groups("00")
    offset = "+0000" if offset == "Z" else offset.ljust(5, "0")
    try:
        return datetime.strptime(f"{hour}{minute}{second}{offset}", "%Y%m%d%H%M%S%z")
    except ValueError:
        return _CORRUPT


def ticks(text: str) -> datetime | Missing | None:
    """Read ticks since 1601; None where they stand for never."""
    if text in _NEVER:
        return None
    if not _TICKS.fullmatch(text):
        return _CORRUPT
    try:
        return _TICKS_START + timedelta(microseconds=int(text) // 10)
    except OverflowError:
        return _CORRUPT


def shadow_day(text: str) -> datetime | Missing | None:
    """Read days since 1970, as Unix keeps the expiry of an account; None where they stand for never."""
    if text.startswith("-"):
        return None
    try:
        return _UNIX_START + timedelta(days=int(text))
    except (ValueError, OverflowError):
        return _CORRUPT


def instant(moment: datetime, zone: ZoneInfo) -> str:
    """Write an instant in the zone of the estate."""
    try:
        return moment.astimezone(zone).isoformat(timespec="seconds")
    except OverflowError:
        return moment.isoformat(timespec="seconds")


def day(moment: datetime, zone: ZoneInfo) -> str:
    """Write the day of an instant in the zone of the estate."""
    return instant(moment, zone)[:10]
