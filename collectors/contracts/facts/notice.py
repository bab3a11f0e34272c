"""Within how many hours the vendor tells of an incident."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..clauses.family import Match
from ..reading.sentences import Sentence
from ..sides.binding import addressed
from ..terms.durations import Duration, durations
from ..words import Words
from .found import Found, Reading

_SAY = Words("notice")
_LATER = _SAY("later")
_INSTEAD = re.compile(r"(?:instead of|rather than|in place of|not|而非|代替|取代|不再是|由) ?$", re.IGNORECASE)
_TIERS = _SAY("tiers")
_ELSEWHERE_SAID = _SAY("referred")
_HOURS = _SAY("hours")
_NEXT_DAY = _SAY("next_day")


def hours(reading: Reading) -> Found:
    """Return the hours, `unstated` where the clause names none, `none` where the vendor owes no notice."""
    matches = [match for match in reading.matches["breach_notification"] if _is_of_vendor(match.sentence, reading)]
    if not matches:
        return Found("none", None, 0.7)
    best = matches[0]
    found = _timed(matches) or _referred(reading, best.sentence)
    return found or Found("unstated", best.sentence, min(0.85, best.confidence))


def _is_of_vendor(sentence: Sentence, reading: Reading) -> bool:
    """Say whether a notice of an incident is owed by the vendor: not one to it, nor one of delay or of failure."""
    if _SAY("delay").search(sentence.text) and not _SAY("of_data").search(sentence.text):
        return False
    told = list(_SAY("notify").finditer(sentence.text))
    return not any(addressed(sentence.text, verb, reading.parties) == "vendor" for verb in told) or any(
        addressed(sentence.text, verb, reading.parties) == "customer" for verb in told
    )


def _timed(matches: Sequence[Match]) -> Found | None:
    """Return the time that the clause names; the longest where its sentences grade incidents."""
    timed = [(found, match) for match in matches if (found := _in(match.sentence))]
    if not timed:
        return None
    first = timed[0][1].sentence
    graded = [
        pair for pair in timed if pair[1].sentence.number == first.number and _TIERS.search(pair[1].sentence.text)
    ]
    found, match = max(graded, key=lambda pair: pair[0].hours or 0) if len(graded) > 1 else timed[0]
    alone = len({item.hours for item, _ in timed}) == 1
    return Found(found.hours, match.sentence, match.confidence if alone else min(match.confidence, 0.8))


def _in(sentence: Sentence) -> Duration | None:
    """Return the first time that counts, or the longest where incidents are graded."""
    text = sentence.text
    found = [item for item in durations(text) if item.hours and not _INSTEAD.search(text[: item.start])]
    first = [item for item in found if not _LATER.search(re.split("[,;]", text[item.end :])[0])] or found
    if not first:
        return Duration(1, "working_days", 0, 0) if _NEXT_DAY.search(text) else None
    return max(first, key=lambda item: item.hours or 0) if _TIERS.search(text) else first[0]


def _referred(reading: Reading, sentence: Sentence) -> Found | None:
    """Return the time that stands in a footnote, an annex or the next sentence."""
    notes = [item for item in reading.text if item.part == "footnote" and _HOURS.search(item.text)]
    rows = [item for item in reading.text if item.row and _HOURS.search(item.label)]
    near = [item for item in reading.following(sentence, 2) if _HOURS.search(item.text)]
    for item in [*notes, *(rows if _ELSEWHERE_SAID.search(sentence.text) else ()), *near]:
        found = _in(item)
        if found is not None:
            return Found(found.hours, item, 0.8)
    return None
