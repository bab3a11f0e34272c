"""Within what time the data are deleted or given back."""

from __future__ import annotations

import re

from ..reading.sentences import Sentence
from ..sides.binding import bound
from ..terms.durations import Duration, durations
from ..words import Words
from .found import ABSENT, Found, Reading

_SAY = Words("deletion", "ending")
_DELETE = _SAY("delete")
_FLOOR = _SAY("floor")
_ANNEX = _SAY("annex")
_OF_DATA = _SAY("of_data")
_NOT_DATA = _SAY("not_data")
_NEAR = 24
"""Characters after a time that may say from what it counts."""
_UNITS = ("days", "working_days", "months", "years")


def period(reading: Reading) -> Found:
    """Return the time, `absent` where none is named."""
    matches = reading.matches["return_or_deletion"]
    owed = [match for match in matches if not _is_of_customer(match.sentence, reading)]
    timed = [(found, match) for match in owed if (found := _in(match.sentence))]
    if timed:
        found, match = timed[0]
        others = {str(other) for other, _ in timed} - {str(found)}
        return Found(str(found), match.sentence, min(match.confidence, 0.8) if others else match.confidence)
    for match in matches:
        if _ANNEX.search(match.sentence.text) and (annexed := _annexed(reading)):
            return annexed
    return Found(ABSENT, None, 0.7)


def _is_of_customer(sentence: Sentence, reading: Reading) -> bool:
    """Say whether it is the customer alone that deletes or returns something."""
    sides = [bound(sentence, verb.start(), reading.parties) for verb in _DELETE.finditer(sentence.text)]
    return bool(sides) and all(side == "customer" for side in sides)


def _in(sentence: Sentence) -> Duration | None:
    """Return the time for deletion, not that for which something has to be kept."""
    timed = [
        found
        for found in durations(sentence.text)
        if found.unit in _UNITS and not _FLOOR.search(re.split("[,;]", sentence.text[: found.start])[-1])
    ]
    # Where several are named, that counts which stands with what is done to the data.
    return next((found for found in timed if _done_with(sentence.text, found)), next(iter(timed), None))


def _done_with(text: str, found: Duration) -> bool:
    before, after = re.split(r"[,;]|\band\b", text[: found.start])[-1], re.split(r"[,;]|\band\b", text[found.end :])[0]
    return _DELETE.search(before) is not None or _DELETE.search(after) is not None


def _annexed(reading: Reading) -> Found | None:
    """Return the time in the row of a table that is about the data, or in a line of an annex that was one."""
    for item in reading.text:
        if not item.row and not _ANNEX.search(f"{item.heading} {item.number}"):
            continue
        text, start = item.context, 0
        for found in durations(text):
            of_data = _OF_DATA.search(text, start, found.end + _NEAR)
            if found.unit in _UNITS and of_data and not _NOT_DATA.search(text, start, found.start):
                return Found(str(found), item, 0.8)
            start = found.end
    return None
