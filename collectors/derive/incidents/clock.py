"""The clock of a duty: whole minutes from the moment at which it starts to run.

A begun minute counts, so limits in minutes are met or missed exactly. A day without a time may mean any moment of
that day; then there are a least and a most number of minutes, and only what holds for both is known.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from assay.derive import Derivation, Missing, Record, View

from ..moments import earliest, latest
from ..reading import is_date

Span = tuple[int, int]
Minutes = Callable[[Record, View], Span | str | Missing]

_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1)


def span(start: str, end: str, zone: ZoneInfo) -> Span:
    """Return the least and the most minutes from one date or time to another.

    A day alone does not contradict a time on that day: what may be after the start is not taken to be before it.
    """
    least = _minutes(latest(start, zone), earliest(end, zone))
    most = _minutes(earliest(start, zone), latest(end, zone))
    return (0 if least < 0 <= most else least), most


def has_happened(text: str, view: View) -> bool:
    """Say whether a date or time is reached; what lies ahead is a plan."""
    return earliest(text, view.zone) <= view.as_of


def minutes_between(start: str | Missing, end: str | Missing, view: View) -> Span | str | Missing:
    """Return the minutes from one moment to another, "none" where the second did not happen."""
    if isinstance(end, str) and not (is_date(end) and has_happened(end, view)):
        return "none"
    unread = next((text for text in (end, start) if isinstance(text, Missing)), None)
    if unread is not None or not is_date(start) or not is_date(end):
        return unread or Missing()
    return span(start, end, view.zone)


def age_of(start: str | Missing, view: View) -> Span | Missing:
    """Return the minutes from a moment to the instant of judging; below zero where it lies ahead."""
    if not is_date(start):
        return start if isinstance(start, Missing) else Missing()
    return span(start, view.as_of.isoformat(), view.zone)


def wall_minute(start: str, zone: ZoneInfo) -> int:
    """Return the minutes since 1970 that the clock on the wall shows in the zone; of a day, those of its start."""
    return (_local(start, zone).replace(tzinfo=None) - _EPOCH) // _MINUTE


def offset(start: str, zone: ZoneInfo) -> str:
    """Return the offset from UTC that the zone has then, as "+08:00"."""
    return _local(start, zone).isoformat(timespec="minutes")[len("2026-11-21T09:00") :]


def bounds(name: str, minutes: Minutes) -> dict[str, Derivation]:
    """Make the least and the most of a span two facts, whose names start alike."""
    return {f"{name}_minutes_at_least": _bound(minutes, 0), f"{name}_minutes_at_most": _bound(minutes, 1)}


def _bound(minutes: Minutes, which: int) -> Derivation:
    def make(record: Record, view: View) -> object:
        found = minutes(record, view)
        return found[which] if isinstance(found, tuple) else found

    return Derivation(make)


def _local(start: str, zone: ZoneInfo) -> datetime:
    return earliest(start, zone).astimezone(zone)


def _minutes(start: datetime, end: datetime) -> int:
    # Two times of one zone would be subtracted as the clock shows them, whatever the offset did between them.
    gone = end.replace(tzinfo=None) - start.replace(tzinfo=None)
    gone -= (end.utcoffset() or timedelta()) - (start.utcoffset() or timedelta())
    return -(-gone // _MINUTE) if gone > timedelta() else gone // _MINUTE
