"""Where the data are agreed to be."""

from __future__ import annotations

import re

from ..words import Words
from .found import ABSENT, Found, Reading

_SAY = Words("location")
_CHINESE = re.compile(rf"{_SAY('held_in').pattern}([^,。;、]{{2,24}}?{_SAY('region').pattern})")
_NAME = r"(?:the )?[A-Z][\w'.-]*(?:(?: of(?: the)?| and(?: the)?|,| or(?: the)?)? [A-Z][\w'-]*)*"
_IN = re.compile(rf"{_SAY('in').pattern} ({_NAME})")
_LIKELY = 0.45
"""How likely the learned reader has to find it that a sentence says where the data are."""


def location(reading: Reading) -> Found:
    """Return the place as written."""
    matches = [(match.sentence, min(0.88, match.confidence)) for match in reading.matches["cross_border"]]
    known = [sentence for sentence, _ in matches]
    likely = [(item, reading.learnt.get(id(item), {}).get("location", 0)) for item in reading.text if item not in known]
    matches += [(item, min(0.75, sure)) for item, sure in likely if sure >= _LIKELY and _SAY("where").search(item.text)]
    for sentence, sure in matches:
        place = _place(sentence.text, bool(sentence.row))
        if place:
            return Found(place, sentence, sure)
    return Found(ABSENT, None, 0.6)


def _place(text: str, cell: bool) -> str:
    if chosen := _SAY("chosen").search(text):
        return re.sub("^the ", "", chosen[0].strip())
    chinese = _CHINESE.search(text)
    if china := _SAY("china").search(text):
        # Within what borders: those of the place that is named right before.
        return chinese[1] if chinese and _is_named_better(chinese, china) else china[0]
    if chinese:
        return chinese[1]
    named = [
        re.sub(r"^the ", "", match[1]).rstrip(".,")
        for match in _IN.finditer(text)
        if not _SAY("no_place").match(match[1])
    ]
    if named:
        # A town where the data are, and the country that they may not leave.
        left = next((name for name in named[1:] if name not in named[0] and named[0] not in name), "")
        return f"{named[0]}, {left}" if left and _SAY("leave").search(text) else named[0]
    return re.split(r"[;.]", text)[0].strip() if cell else ""


def _is_named_better(place: re.Match[str], borders: re.Match[str]) -> bool:
    """Say whether a place tells more than that something stays within borders."""
    return borders[0].startswith("不得") or (borders[0] == "境内" and place.end() == borders.end())
