"""From when to when a contract runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ..reading.sentences import Sentence
from ..terms import days
from ..terms.days import Day
from ..terms.durations import Duration, anniversaries, durations
from ..words import Words
from .found import Found, Reading

_SAY = Words("period")
_ABOUT = _SAY("about")
_ELSEWHERE = _SAY("elsewhere", "force_majeure")
_START_BEFORE, _END_BEFORE = _SAY.before("start_before"), _SAY.before("end_before")
_NEW_END = _SAY.before("new_end")
_UNTIL_ENDED = _SAY("until_ended")
_SECRECY = _SAY("secrecy")
_RANGE = 2
"""Days that a sentence names where it says from when to when."""
_NEAR = 24
"""Characters around a length of time that may say that it is not that of the term."""
_LASTING, _RENEWS = _SAY("lasting"), _SAY("renews")
_NOT_THE_TERM = _SAY("not_the_term")
_ON_SIGNATURE = _SAY("on_signature")
_NEXT_DAY = _SAY("next_day")
_COUNTED_FROM = _SAY("counted_from")


def start(reading: Reading, signed: Found | None) -> Found | None:
    """Return the first day: one that is named, else that of the signature where the contract says so."""
    named = [(sentence, found.day) for sentence, found, is_end in _tagged(reading) if not is_end]
    if named:
        return Found(named[0][1].isoformat(), named[0][0], _sureness(named))
    begins = (_ON_SIGNATURE, _NEXT_DAY)
    said = next((item for item in _about(reading) if any(wording.search(item.text) for wording in begins)), None)
    if said is None or signed is None or signed.value == "none":
        return None
    day = date.fromisoformat(str(signed.value)) + timedelta(days=_NEXT_DAY.search(said.text) is not None)
    return Found(day.isoformat(), said, min(0.88, signed.confidence))


def end(reading: Reading, first: Found | None, signed: Found | None) -> Found | None:
    """Return the last day, counted from the first day if need be, or `open_ended`."""
    named = [(sentence, found.day) for sentence, found, is_end in _tagged(reading) if is_end]
    if named:
        return Found(named[0][1].isoformat(), named[0][0], _sureness(named))
    return _counted(reading, first, signed) or _open(reading)


def _sureness(named: Sequence[tuple[Sentence, date]]) -> float:
    """Return how sure a named day is: less so where others could be meant, or where no title says what it is."""
    sentence, _ = named[0]
    titled = _SAY("title").search(f"{sentence.heading} {sentence.label}") or len(days.named(sentence.text)) == _RANGE
    if len({day for _, day in named}) > 1:
        return 0.8
    return 0.93 if titled else 0.88


def _open(reading: Reading) -> Found | None:
    about = [item for item in _about(reading) if not _SECRECY.search(item.text)]
    said = next((item for item in about if _UNTIL_ENDED.search(item.text)), None)
    return Found("open_ended", said, 0.85) if said else None


def _counted(reading: Reading, first: Found | None, signed: Found | None) -> Found | None:
    begun = first or signed
    if begun is None or begun.value == "none":
        return None
    for sentence in _about(reading):
        length = _length(sentence)
        if length is not None and (not _UNTIL_ENDED.search(sentence.text) or _RENEWS.search(sentence.text)):
            last = days.after(date.fromisoformat(str(begun.value)), length.number, length.unit)
            return Found(last.isoformat(), sentence, min(0.85, begun.confidence))
    return None


def _length(sentence: Sentence) -> Duration | None:
    """Return the length of the term that a sentence states, not that of a renewal or a notice."""
    if not _LASTING.search(sentence.context) or _SECRECY.search(sentence.text):
        return None
    if found := next(iter(anniversaries(sentence.text)), None):
        return found
    text = _COUNTED_FROM.sub(lambda match: " " * len(match[0]), sentence.text)
    for found in durations(text):
        left = re.split(r"[,;。](?! \d)", text[: found.start])[-1][-_NEAR:]
        part = left + re.split(r"[,;。.]| and ", text[found.start : found.end + _NEAR])[0]
        if found.unit in ("days", "months", "years") and not _NOT_THE_TERM.search(part):
            return found
    return None


def _about(reading: Reading) -> list[Sentence]:
    """Return the sentences about the term, those under a heading that says so first."""
    text = [item for item in reading.text if not _ELSEWHERE.search(item.heading)]
    text = [
        item
        for item in text
        if _ABOUT.search(item.context) or _SAY("title").search(item.heading) or len(days.named(item.text)) == _RANGE
    ]
    return sorted(text, key=lambda item: not _SAY("title").search(f"{item.heading} {item.label}"))


def _tagged(reading: Reading) -> Iterator[tuple[Sentence, Day, bool]]:
    """Yield each day that begins or ends the term, and whether it ends it."""
    for sentence in _about(reading):
        for found in days.named(sentence.text):
            left, right = sentence.text[: found.start], sentence.text[found.end :]
            label = f"{sentence.label} " if not left.strip() else ""
            if _SAY("signed").match(right):
                continue
            if _END_BEFORE.ends(label + left) or _SAY("end_after").match(right) or _NEW_END.ends(left):
                yield sentence, found, True
            elif _START_BEFORE.ends(label + left) or _SAY("start_after").match(right):
                yield sentence, found, False
