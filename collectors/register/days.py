"""Days and moments as people write them: in four forms, year first; any other is refused, not guessed.

A sheet may hold a day as the number that it is to a spreadsheet, where the cell was never made a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from . import fold

Stamp = TypeVar("Stamp", date, datetime)

_TIME = r"(?:[T ]?([0-9]{1,2})(:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]+)? ?(Z|[+-][0-9]{2}:?[0-9]{2})?)?"
_FORMS = [
    re.compile(day + _TIME)
    for day in (
        r"([0-9]{4})-([0-9]{2})-([0-9]{2})",
        r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})",
        r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日",
        r"([0-9]{4})([0-9]{2})([0-9]{2})",
    )
]
_FIRST = datetime(1899, 12, 30)
_COUNTED = range(20_000, 80_000)
"""Numbers that stand for days from 1954 to 2119: less may be a year or an age, more is a day written in digits."""
_NO_DAY = "is no day; write 2026-03-01, 2026/3/1 or 2026年3月1日"


def day(cell: object, zone: ZoneInfo) -> str:
    """Return a day as ISO writes it; of a moment with offset, the day of the estate. Raises `ValueError`."""
    found = _read(cell, zone)
    try:
        return (found.astimezone(zone).date() if isinstance(found, datetime) else found).isoformat()
    except OverflowError:
        raise ValueError(_NO_DAY) from None


def moment(cell: object, zone: ZoneInfo) -> str:
    """Return a day, or a moment with its offset, which is that of the estate where none is written."""
    return _read(cell, zone).isoformat()


def _read(cell: object, zone: ZoneInfo) -> date | datetime:
    if isinstance(cell, datetime):
        return _placed(cell, zone)
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and int(cell) in _COUNTED:
        counted = _FIRST + timedelta(seconds=round(cell * 86_400))
        return counted.date() if isinstance(cell, int) else _placed(counted, zone)
    if type(cell) is int:
        cell = str(cell)
    text = fold.width(cell) if isinstance(cell, str) else ""
    match = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if match is None:
        raise ValueError(_NO_DAY)
    year, month, number, hour, rest, offset = match.groups("")
    written = f"{year}-{month:0>2}-{number:0>2}"
    if not hour:
        return _parsed(date.fromisoformat, written)
    return _placed(_parsed(datetime.fromisoformat, f"{written}T{hour:0>2}{rest}{offset}"), zone)


def _parsed(parse: Callable[[str], Stamp], text: str) -> Stamp:
    try:
        return parse(text)
    except ValueError:
        raise ValueError(_NO_DAY) from None


def _placed(found: datetime, zone: ZoneInfo) -> datetime:
    """Give a moment the zone of the estate where it has none; an hour that the clock has twice is refused."""
    if found.tzinfo is not None:
        return found
    first, second = (found.replace(tzinfo=zone, fold=turn) for turn in (0, 1))
    if first.utcoffset() != second.utcoffset():
        raise ValueError(f"is an hour that {zone.key} has twice or not at all; write its offset")
    return first
