"""Lengths of time: 三十日, 5 个工作日, "thirty (30) days"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import days
from .numerals import CHINESE, FIGURES, NUMBER, ORDINAL, whole

_UNITS = {
    "hours": r"小时|个?钟头|hours?\b|hrs?\b|h\b",
    "working_days": r"工作日|营业日|交易日|(?:business|working|banking) ?days?\b",
    "days": r"自然日|日历[日天]|公历[日天]|[日天](?!前提交|常|期|均|志)"
    r"|(?:calendar |consecutive |clear |natural )?days?\b",
    "fortnights": r"fortnights?\b",
    "weeks": r"周(?!年|期|末|一|二|三|四|五)|星期|礼拜|weeks?\b",
    "months": r"月(?!薪|度|费)|(?:calendar )?months?\b",
    "years": r"周?年(?!度|费|底|末|初|月)|(?:calendar |contract )?years?\b",
}
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS.items())
_PATTERN = re.compile(
    rf"(?<![\d.每初])(?<!\d,)(?P<nth>第)?(?P<half>半|half(?: of)? an? |half-)?"
    rf"(?P<number>{NUMBER})?(?P<plus> and a half)?"
    rf"(?: ?\((?P<again>{FIGURES}|{CHINESE})\))?"
    rf"(?P<piece> ?个?半?[ -]?(?:(?:more|further|additional|full|whole|consecutive|successive|complete) )?)(?:{_UNIT})",
    re.IGNORECASE,
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ANNIVERSARY = re.compile(rf"\b({'|'.join(_ORDINALS)}) anniversary", re.IGNORECASE)
_NTH_DAY = re.compile(
    rf"\b(?:by|than|before|within) the (?:(?P<word>{ORDINAL})|(?P<number>\d+)(?:st|nd|rd|th))"
    r" (?P<working>business |working )?day (?:after|following)\b",
    re.IGNORECASE,
)
_HALVES = {"years": (12, "months"), "months": (30, "days"), "days": (24, "hours"), "working_days": (24, "hours")}
"""Unit to what it is in smaller ones, for half of it."""
_HALF_MORE = re.compile("半(?![数价额载])")
_LONGEST = 1000


@dataclass(frozen=True)
class Duration:
    """A number of hours, days, working days, months or years, and where it stands in its text."""

    number: int
    unit: str
    start: int
    end: int

    def __str__(self) -> str:
        """Write it as contract facts do."""
        return f"{self.number} {self.unit[:-1] if self.number == 1 else self.unit}"

    @property
    def hours(self) -> int | None:
        """Return it in hours, a working day taken for a day; None where its length depends on the calendar."""
        return {"hours": 1, "days": 24, "working_days": 24}.get(self.unit, 0) * self.number or None


def durations(text: str) -> list[Duration]:
    """Return the lengths of time in a text, without the days that it names."""
    blanked = days.blanked(text)
    found = [length for match in _PATTERN.finditer(blanked) for length in _read(match)]
    nth = [
        Duration(
            whole(match["word"] or match["number"]),
            "working_days" if match["working"] else "days",
            match.start(),
            match.end(),
        )
        for match in _NTH_DAY.finditer(blanked)
    ]
    return sorted([*found, *nth], key=lambda length: length.start) if nth else found


def anniversaries(text: str) -> list[Duration]:
    """Return the years up to each anniversary that a text names."""
    return [
        Duration(_ORDINALS.index(match[1].lower()) + 1, "years", match.start(), match.end())
        for match in _ANNIVERSARY.finditer(text)
    ]


def _read(match: re.Match[str]) -> Iterator[Duration]:
    unit = next(name for name in _UNITS if match[name])
    after = match.string[: match.start()].endswith("后") and match.string.startswith(",", match.end())
    if match["nth"] and not (after or match.string.startswith("内", match.end())):
        return  # one of several days, not a length
    halved = bool(
        match["half"] or match["plus"] or "半" in match["piece"] or _HALF_MORE.match(match.string, match.end())
    )
    if match["half"]:
        number = 0
    elif match["again"] or match["number"]:
        number = whole(match["again"] or match["number"])
    else:
        return
    if unit == "months" and match[unit] == "月" and "个" not in match["piece"] and not match["half"]:
        return  # a month of the calendar
    if unit in ("weeks", "fortnights"):
        number, unit = (7 if unit == "weeks" else 14) * number, "days"
    if halved and unit == "hours":
        number += 1  # whole hours, and no promise is shorter than it is
    elif halved and unit in _HALVES:
        times, unit = _HALVES[unit]
        number = number * times + times // 2
    if 0 < number < _LONGEST:
        yield Duration(number, unit, match.start(), match.end())
