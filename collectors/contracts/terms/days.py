"""Days of the calendar as contracts write them; a day that could be read in two ways is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .numerals import ENGLISH, ORDINAL, whole

_CHINESE = "[零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾○Oo]"
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS) + "|sept"
_ORDINAL = r"(?P<{}>\d{{1,2}}) ?(?:st|nd|rd|th)?"
_CHINESE_DAY = (
    rf"(?P<y>\d{{4}}|{_CHINESE}{{4}}) ?年 ?(?P<m>\d{{1,2}}|{_CHINESE}{{1,3}}) ?月 ?"
    rf"(?P<d>\d{{1,2}}|{_CHINESE}{{1,3}}) ?[日号]"
)
_YEAR = rf"(?:in the year )?(?P<y8>\d{{4}}|two thousand(?: and)?[ -]{ENGLISH})"
_PATTERNS = (
    _CHINESE_DAY,
    r"(?<!\d)(?P<y2>\d{4}) ?[-/.] ?(?P<m2>\d{1,2}) ?[-/.] ?(?P<d2>\d{1,2})(?!\d)",
    rf"(?<![0-9A-Za-z])(?:the )?{_ORDINAL.format('d3')}(?: day)?(?: of)? (?P<m3>{_MONTH})\b\.?,? (?P<y3>\d{{4}})(?!\d)",
    rf"(?<![A-Za-z])(?P<m4>{_MONTH})\b\.? (?:the )?{_ORDINAL.format('d4')},? (?P<y4>\d{{4}})(?!\d)",
    rf"(?<![0-9A-Za-z])(?P<d5>\d{{1,2}})[-/](?P<m5>{_MONTH})[-/](?P<y5>\d{{4}})(?!\d)",
    # Above twelve it can only be the day.
    r"(?<![\d/.])(?P<d6>1[3-9]|2\d|3[01])(?P<mark>[/.-])(?P<m6>\d{1,2})(?P=mark)(?P<y6>\d{4})(?!\d)",
    r"(?<![\d/.])(?P<m7>\d{1,2})(?P<slash>[/-])(?P<d7>1[3-9]|2\d|3[01])(?P=slash)(?P<y7>\d{4})(?!\d)",
    rf"(?<![A-Za-z])(?:the )?(?P<d8>{ORDINAL})(?: day)?(?: of)? (?P<m8>{_MONTH})\b,? {_YEAR}",
)
_DAY = re.compile("|".join(_PATTERNS), re.IGNORECASE)


@dataclass(frozen=True)
class Day:
    """A day and where it stands in its text."""

    day: date
    start: int
    end: int


def named(text: str) -> list[Day]:
    """Return the days that a text names, in order."""
    return list(_named(text))


def blanked(text: str) -> str:
    """Return the text with blanks in place of the days that it names."""
    return _DAY.sub(lambda match: " " * len(match[0]), text)


def after(start: date, number: int, unit: str) -> date:
    """Return the last day of a term that begins on a day."""
    if unit == "days":
        return start + timedelta(days=number - 1)
    months = start.year * 12 + start.month - 1 + number * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    first = date(year, month + 1, 1)
    last = date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)
    if start.day > last.day:
        return last
    return first.replace(day=start.day) - timedelta(days=1)


def _named(text: str) -> Iterator[Day]:
    for match in _DAY.finditer(text):
        year, month, day = (_part(match, part) for part in "ymd")
        try:
            yield Day(date(year, month, day), match.start(), match.end())
        except ValueError:  # a day that no month has
            continue


def _part(match: re.Match[str], part: str) -> int:
    text = next(value for name in (part, *(f"{part}{n}" for n in "2345678")) if (value := match.groupdict().get(name)))
    if text[:3].lower() in {month[:3] for month in _MONTHS}:
        return [month[:3] for month in _MONTHS].index(text[:3].lower()) + 1
    return whole(text if text.isascii() else re.sub("[○Oo]", "零", text))
