"""Whether a contract renews by itself, and what notice stops it."""

from __future__ import annotations

import re

from ..reading.sentences import Sentence
from ..terms.durations import durations
from ..words import Words
from .found import ABSENT, Found, Reading

_SAY = Words("renewal")
_BY_ITSELF = _SAY("by_itself")
_NOT_BY_ITSELF = _SAY("not_by_itself")
_RENEWAL = _SAY("renewal")
_AHEAD = _SAY.before("ahead")
_ELSEWHERE = _SAY("elsewhere")
_BEFORE_THE_END = re.compile("[之以]?前")


def renews(reading: Reading) -> Found | None:
    """Return whether the contract renews by itself; an amendment that is silent leaves that as it was."""
    text = [item for item in reading.text if reading.amends or not _ELSEWHERE.search(item.heading)]
    for sentence in text:
        if _NOT_BY_ITSELF.search(sentence.context) and _RENEWAL.search(sentence.context):
            return Found(False, sentence, _sureness(sentence))
        if _BY_ITSELF.search(sentence.context):
            return Found(True, sentence, _sureness(sentence))
    return None if reading.amends else Found(False, None, 0.7)


def _sureness(sentence: Sentence) -> float:
    """Return how sure it is: more so where the title says that the sentence is about the term."""
    return 0.92 if _SAY("title").search(f"{sentence.heading} {sentence.label}") else 0.85


def notice(reading: Reading, renewing: Found | None) -> Found:
    """Return how long before the end a party has to say that it does not want the contract to renew."""
    if renewing is None or renewing.value is not True or renewing.sentence is None:
        return Found(ABSENT, None, 0.8)
    for sentence in [renewing.sentence, *_others(reading, renewing.sentence)]:
        for found in durations(sentence.text):
            before, after = sentence.text[: found.start], sentence.text[found.end :]
            if _AHEAD.ends(before) or _SAY("notice_after").match(after) or _BEFORE_THE_END.match(after):
                return Found(str(found), sentence, renewing.confidence if sentence is renewing.sentence else 0.75)
    return Found(ABSENT, None, 0.6)


def _others(reading: Reading, renewing: Sentence) -> list[Sentence]:
    """Return the other sentences about renewal, those of the same clause first."""
    about = [item for item in reading.text if _RENEWAL.search(item.context) and not _ELSEWHERE.search(item.heading)]
    return sorted(about, key=lambda item: item.number != renewing.number)
