"""Whether two ways of writing a fact of a contract mean the same."""

from __future__ import annotations

import re

from collectors.contracts.reading.folding import plain
from collectors.contracts.terms.numerals import CHINESE, NUMBER, whole

_CHINA = re.compile(r"中国|境内|国内|出境|境外|中华人民共和国|mainland china")
_SHORT = {"european economic area": "eea", "united kingdom": "uk", "the customer selects": "customer-selected"}
_CHOSEN = re.compile("选[择定].{0,8}(?:地域|区域|地区)")
_SMALL = {"the", "and", "of", "a", "region", "in", "by"}
_NUMBERS = re.compile(
    rf"(?P<number>(?<![0-9A-Za-z])(?!an?\b){NUMBER}|{CHINESE})(?P<myriad>(?<=\d) ?万)?", re.IGNORECASE
)
_ONE = re.compile(r"^(1 ?(?:working[_ ])?(?:hour|day|month|year))s$")
"""One of a unit, as a table of truth may write it."""
_TWICE = re.compile(r"\b(?:twice|double)\b|两倍|双倍")
_WORDS = frozenset({"absent", "excluded", "uncapped"})


def same(name: str, one: object, other: object) -> bool:
    """Say whether two values of a field mean the same; places and limits are free text."""
    if name == "data_location" and not {str(one), str(other)} & _WORDS:
        return _place(str(one)) == _place(str(other))
    if name == "liability_cap" and not {str(one), str(other)} & _WORDS:
        return _numbers(str(one)) == _numbers(str(other))
    return _bare(one) == _bare(other)


def _bare(value: object) -> str:
    return re.sub(r"[\s-]", "", _ONE.sub(r"\1", plain(str(value)).lower()))


def _place(text: str) -> set[str]:
    if _CHINA.search(text.lower()):
        return {"china"}
    words = plain(text).lower()
    for long, short in _SHORT.items():
        words = words.replace(long, short)
    if "customer" in words or _CHOSEN.search(words):
        return {"customer-selected"}
    return set(re.findall(r"[\w-]+", words)) - _SMALL


def _numbers(text: str) -> set[int]:
    """Return the numbers of a text; one that stands in words and in figures counts once."""
    text = re.sub("上一个?年", "上年", plain(text)).replace("百分之", "")
    found = _NUMBERS.finditer(re.sub(r"(?<=\d)x\b", " times", _TWICE.sub("2", text)))
    return {whole(match["number"]) * (10_000 if match["myriad"] else 1) for match in found}
