"""Days and instants as registers write them: a date stands for its whole day in the zone of the estate.

A day ends at 24:00, which is the first instant of the next one and still belongs to the day that ends; so
what happened "on" a day happened after its 00:00 and not after its 24:00.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from assay.derive import View

_HOUR = timedelta(hours=1)
_EPOCH = datetime(1970, 1, 1)
_KEPT = 4096
"""Days that are kept worked out: many records speak of the same few."""
_AFTER_MIDNIGHT = time(microsecond=1)


@lru_cache(_KEPT)
def day_of(text: str, zone: ZoneInfo) -> date:
    """Return the day that is written, or the day on which the instant falls in the zone."""
    moment = datetime.fromisoformat(text)
    if _is_day(text):
        return moment.date()
    try:
        return moment.astimezone(zone).date()
    except OverflowError:  # sources write the first and the last day of the calendar for "never" and "no end"
        return moment.date()


def days_since(text: str, view: View) -> int:
    """Return the whole days from a date or time to today; below zero where it lies ahead."""
    return (view.today - day_of(text, view.zone)).days


def number_of(day: date) -> int:
    """Return a day as a number; day 0 is 1970-01-01."""
    return (day - _EPOCH.date()).days


@lru_cache(_KEPT)
def end_of_day(day: str, zone: ZoneInfo) -> datetime:
    """Return 24:00 of a day in the zone."""
    given = date.fromisoformat(day)
    if given == date.max:
        return datetime.combine(given, time.max, zone)
    return datetime.combine(given + timedelta(days=1), time(), zone)


def hours_from(start: datetime, end: datetime) -> int:
    """Return the hours between two instants; a begun hour counts, so `<= n` says "not after n hours"."""
    return -((_since_epoch(start) - _since_epoch(end)) // _HOUR)


def latest(text: str, zone: ZoneInfo) -> datetime:
    """Return the latest instant that a date or time may mean."""
    return end_of_day(text, zone) if _is_day(text) else datetime.fromisoformat(text)


def earliest(text: str, zone: ZoneInfo) -> datetime:
    """Return the earliest instant that a date or time may mean."""
    if not _is_day(text):
        return datetime.fromisoformat(text)
    return datetime.combine(date.fromisoformat(text), _AFTER_MIDNIGHT, zone)


def hours_at_most(start: datetime, text: str, zone: ZoneInfo) -> int:
    """Return the hours to the latest instant that a date or time may mean."""
    return hours_from(start, latest(text, zone))


def hours_at_least(start: datetime, text: str, zone: ZoneInfo) -> int:
    """Return the hours to the earliest instant that a date or time may mean."""
    return hours_from(start, earliest(text, zone))


def _is_day(text: str) -> bool:
    return len(text) == len("2026-11-21")


def _since_epoch(moment: datetime) -> timedelta:
    """Return the time since 1970 in UTC; unlike a conversion to UTC it knows no first and last year."""
    return moment.replace(tzinfo=None) - _EPOCH - (moment.utcoffset() or timedelta())
