"""Where the data are agreed to be."""

from __future__ import annotations

import re

from ..words import Words
from .found import ABSENT, Found, Reading

_SAY = Words("location")
_CHINESE = re.compile(rf"{_SAY('held_in').pattern}([^,。;、]{{2,24}}?{_SAY('region').pattern})")
_NAME = r"(?:the )?[A-Z][\w'.-]*(?:(?: of(?: the)?| and(?: the)?|,| or(?: the)?)? [A-Z][\w'-]*)*"
_IN = re.compile(rf"{_SAY('in').pattern} ({_NAME})")


def location(reading: Reading) -> Found:
    """Return the place as written."""
    matches = reading.matches["cross_border"]
    for match in matches:
        place = _place(match.sentence.text, bool(match.sentence.row))
        if place:
            return Found(place, match.sentence, min(0.88, match.confidence))
    return Found(ABSENT, None, 0.6)


def _place(text: str, cell: bool) -> str:
    if chosen := _SAY("chosen").search(text):
        return chosen[0].strip()
    if china := _SAY("china").search(text):
        return china[0]
    if chinese := _CHINESE.search(text):
        return chinese[1]
    for match in _IN.finditer(text):
        if not _SAY("no_place").match(match[1]):
            return re.sub(r"^the ", "", match[1]).rstrip(".,")
    return re.split(r"[;.]", text)[0].strip() if cell else ""
