"""From when to when a contract runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ..reading.sentences import Sentence
from ..terms import days
from ..terms.days import Day
from ..terms.durations import Duration, durations
from ..words import Words
from .found import Found, Reading

_SAY = Words("period")
_ABOUT = _SAY("about")
_ELSEWHERE = _SAY("elsewhere", "force_majeure")
_START_BEFORE, _END_BEFORE = _SAY.before("start_before"), _SAY.before("end_before")
_NEW_END = _SAY.before("new_end")
_UNTIL_ENDED = _SAY("until_ended")
_SECRECY = _SAY("secrecy")
_NEAR = 24
"""Characters around a length of time that may say that it is not that of the term."""
_LASTING = _SAY("lasting")
_NOT_THE_TERM = _SAY("not_the_term")
_ON_SIGNATURE = _SAY("on_signature")


def start(reading: Reading, signed: Found | None) -> Found | None:
    """Return the first day: one that is named, else that of the signature where the contract says so."""
    named = [(sentence, found.day) for sentence, found, is_end in _tagged(reading) if not is_end]
    if named:
        return Found(named[0][1].isoformat(), named[0][0], _sureness(day for _, day in named))
    said = next((item for item in _about(reading) if _ON_SIGNATURE.search(item.text)), None)
    if said is None or signed is None or signed.value == "none":
        return None
    return Found(signed.value, said, min(0.88, signed.confidence))


def end(reading: Reading, first: Found | None, signed: Found | None) -> Found | None:
    """Return the last day, counted from the first day if need be, or `open_ended`."""
    named = [(sentence, found.day) for sentence, found, is_end in _tagged(reading) if is_end]
    if named:
        return Found(named[0][1].isoformat(), named[0][0], _sureness(day for _, day in named))
    return _counted(reading, first, signed) or _open(reading)


def _sureness(named: Iterable[date]) -> float:
    """Return how sure a named day is: less so where others could be meant."""
    return 0.93 if len(set(named)) == 1 else 0.8


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
        if length is not None and not _UNTIL_ENDED.search(sentence.text):
            last = days.after(date.fromisoformat(str(begun.value)), length.number, length.unit)
            return Found(last.isoformat(), sentence, min(0.85, begun.confidence))
    return None


def _length(sentence: Sentence) -> Duration | None:
    """Return the length of the term that a sentence states, not that of a renewal or a notice."""
    if not _LASTING.search(sentence.context) or _SECRECY.search(sentence.text):
        return None
    for found in durations(sentence.text):
        left = re.split(r"[,;。](?! \d)", sentence.text[: found.start])[-1][-_NEAR:]
        part = left + re.split(r"[,;。.]", sentence.text[found.start : found.end + _NEAR])[0]
        if found.unit in ("days", "months", "years") and not _NOT_THE_TERM.search(part):
            return found
    return None


def _about(reading: Reading) -> list[Sentence]:
    """Return the sentences about the term, those under a heading that says so first."""
    text = [item for item in reading.text if not _ELSEWHERE.search(item.heading)]
    text = [item for item in text if _ABOUT.search(item.context) or _SAY("title").search(item.heading)]
    return sorted(text, key=lambda item: not _SAY("title").search(f"{item.heading} {item.label}"))


def _tagged(reading: Reading) -> Iterator[tuple[Sentence, Day, bool]]:
    """Yield each day that begins or ends the term, and whether it ends it."""
    for sentence in _about(reading):
        for found in days.named(sentence.text):
            left, right = sentence.text[: found.start], sentence.text[found.end :]
            label = f"{sentence.label} " if not left.strip() else ""
            if _SAY("signed").match(right):
                continue
            if _END_BEFORE.search(label + left) or _SAY("end_after").match(right) or _NEW_END.search(left):
                yield sentence, found, True
            elif _START_BEFORE.search(label + left) or _SAY("start_after").match(right):
                yield sentence, found, False
