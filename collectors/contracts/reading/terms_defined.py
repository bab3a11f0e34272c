"""Terms that a contract defines as a length of time or a sum: where it uses them, it says that time or sum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..terms import days
from ..terms.durations import durations
from .sentences import Sentence

_TERM = re.compile(r"[A-Z][\w-]*(?: (?:of |for )?[A-Z][\w-]*){0,3}")
_MEANS = re.compile(
    rf"[“\"](?P<term>{_TERM.pattern})[”\"] (?:means|is) (?:a (?:period|term|sum) of )?(?P<value>[^.;“\"]+)"
)
_SUM = re.compile(r"[$£€¥] ?\d|\b[A-Z]{3} ?\d|\d ?(?:%|per cent)|\d{3}")
_NONE = re.compile(r"(?:.* )?(?:Days?|Months?|Years?|Quarters?|Hours?|Term|Fees?|Charges?|Prices?|Deposit)")
"""Terms that are measures themselves, or what a measure is taken of."""
_LONGEST = 60
_NEAR = 12
"""Characters before a time: `at least 30 days` is one, a remark in which some time is named is none."""


def expanded(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences with the value beside each term that the key terms or a definition gives."""
    values = dict(_values(sentences))
    if not values:
        return list(sentences)
    used = re.compile(rf"\b(?P<term>{'|'.join(map(re.escape, sorted(values, key=len, reverse=True)))})\b(?! of \d)")
    return [
        item
        if item.row or _MEANS.search(item.text)
        else replace(item, text=used.sub(lambda m: f"{m[0]} of {values[m[0]]}", item.text))
        for item in sentences
    ]


def _values(sentences: Iterable[Sentence]) -> Iterator[tuple[str, str]]:
    for item in sentences:
        match = _MEANS.search(item.text)
        term, value = (match["term"], match["value"]) if match else (item.label, item.text) if item.row else ("", "")
        if _TERM.fullmatch(term) and not _NONE.fullmatch(term) and len(value) <= _LONGEST and _is_measure(value):
            yield term, value.strip(" .")


def _is_measure(value: str) -> bool:
    named = [found.start for found in durations(value)] + [match.start() for match in _SUM.finditer(value)]
    return not days.named(value) and bool(named) and min(named) <= _NEAR
