"""When both parties signed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..reading.sentences import Sentence
from ..terms import days
from ..words import Words
from .found import Found, Reading

_SAY = Words("signature")
_SIGNED = _SAY("signed")
_BLANK = _SAY("blank")
_HEAD = _SAY("head")
_OTHER_CONTRACT = _SAY("other_contract")
_PERIOD = _SAY("period")
_NAMES = re.compile(r"[A-Z][\w'.-]*(?:,? (?:and |of |for )?[A-Z][\w'.-]*){1,7}")
"""Nothing but names and titles: who signed on the day beside them."""
_OPENING = 25
_LONGEST = 160


def signed(reading: Reading) -> Found | None:
    """Return the later of the days of signature, or `none` where a party has not signed or dated."""
    text = reading.text
    # Signatures stand in the second half, unless the annexes after them are longer than the contract.
    lines = _lines(text[len(text) // 2 :]) or _lines(text)
    dated = [(found.day, line) for line in lines for found in days.named(line.text)]
    blanks = [line for line in lines if _BLANK.search(line.text) and not days.named(line.text)]
    if blanks and len(dated) < 2:
        return Found("none", blanks[0], 0.85)
    if dated:
        day, line = max(dated, key=lambda item: item[0])
        return Found(day.isoformat(), line, 0.93 if len(dated) == 2 else 0.8)
    return _in_the_head(reading) or (Found("none", lines[0], 0.6) if lines else None)


def _lines(text: Sequence[Sentence]) -> list[Sentence]:
    """Return the lines of signature: short, of no period, and with a mark of signature, a day or a blank."""
    short = [line for line in text if _is_short(line.text) and not _PERIOD.search(_days_marked(line.text))]
    return [line for line in short if _SIGNED.search(line.text) or _only_a_day(line.text) or _BLANK.search(line.text)]


def _is_short(text: str) -> bool:
    """Say whether a text is a line, or the lines of two who signed that a file runs together."""
    return len(text) <= _LONGEST * max(1, len(days.named(text))) and not _SAY("formal").search(text)


def _days_marked(text: str) -> str:
    """Return the text with `日` for each day: a dash between its figures means no period."""
    return re.sub(" {6,}", "日", days.blanked(text))


def _only_a_day(text: str) -> bool:
    found = days.named(text)
    rest = days.blanked(text).strip(" .,:()日期")
    return bool(found) and (len(rest) <= 12 or _NAMES.fullmatch(rest) is not None)


def _in_the_head(reading: Reading) -> Found | None:
    for sentence in reading.text[:_OPENING]:
        match = _HEAD.search(sentence.text)
        for found in days.named(sentence.text) if match else ():
            if not _OTHER_CONTRACT.search(sentence.text[: found.start]):
                return Found(found.day.isoformat(), sentence, 0.75)
    return None
