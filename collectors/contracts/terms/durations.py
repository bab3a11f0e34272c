"""Lengths of time: 三十日, 5 个工作日, "thirty (30) days"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import days
from .numerals import CHINESE, FIGURES, NUMBER, whole

_UNITS = {
    "hours": r"小时|个?钟头|hours?\b|hrs?\b|h\b",
    "working_days": r"工作日|营业日|交易日|(?:business|working|banking) ?days?\b",
    "days": r"自然日|日历[日天]|公历[日天]|[日天](?!前提交|常|期|均|志)"
    r"|(?:calendar |consecutive |clear |natural )?days?\b",
    "weeks": r"周(?!年|期|末|一|二|三|四|五)|星期|礼拜|weeks?\b",
    "months": r"月(?!薪|度|费)|(?:calendar )?months?\b",
    "years": r"周?年(?!度|费|底|末|初|月)|(?:calendar |contract )?years?\b",
}
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS.items())
_PATTERN = re.compile(
    rf"(?<![\d.,每初])(?P<nth>第)?(?P<half>半)?(?P<number>{NUMBER})?(?: ?\((?P<again>{FIGURES}|{CHINESE})\))?"
    rf"(?P<piece> ?个?[ -]?)(?:{_UNIT})",
    re.IGNORECASE,
)
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
    return [found for match in _PATTERN.finditer(days.blanked(text)) for found in _read(match)]


def _read(match: re.Match[str]) -> Iterator[Duration]:
    unit = next(name for name in _UNITS if match[name])
    after = match.string[: match.start()].endswith("后") and match.string.startswith(",", match.end())
    if match["nth"] and not (after or match.string.startswith("内", match.end())):
        return  # one of several days, not a length
    if match["half"]:
        number, unit = (6, "months") if unit == "years" else (15, "days") if unit == "months" else (0, unit)
    elif match["again"] or match["number"]:
        number = whole(match["again"] or match["number"])
    else:
        return
    if unit == "months" and match[unit] == "月" and "个" not in match["piece"]:
        return  # a month of the calendar
    if unit == "weeks":
        number, unit = 7 * number, "days"
    if 0 < number < _LONGEST:
        yield Duration(number, unit, match.start(), match.end())
