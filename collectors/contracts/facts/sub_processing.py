"""How the vendor may call in others."""

from __future__ import annotations

from ..clauses.oversight import SUB_PROCESSING
from ..reading.sentences import Sentence
from ..words import Words
from .found import ABSENT, Found, Reading

_SAY = Words("sub_processing", "oversight")
_GENERAL = _SAY("general")
_ORDER = ("general_objection", "prior_specific", "prohibited", "free")
_MAY = _SAY("may")
_LIKELY = 0.85


def mode(reading: Reading) -> Found:
    """Return the mode; where several sentences speak of it, the one that gives the customer a say counts."""
    found: dict[str, Found] = {}
    about = [(match.sentence, match.confidence) for match in reading.matches["sub_processing_consent"]]
    known = [sentence for sentence, _ in about]
    about += [(item, _LIKELY) for item in reading.text if item not in known and _speaks(item)]
    for sentence, sure in about:
        value = _mode(sentence) if _is_about_others(sentence) else None
        plain = value == "prior_specific" and _SAY("beforehand").search(sentence.text)
        if value is not None:
            found.setdefault(value, Found(value, sentence, sure if plain else min(sure, _LIKELY)))
    return next((found[value] for value in _ORDER if value in found), Found(ABSENT, None, 0.7))


def _speaks(sentence: Sentence) -> bool:
    """Say whether a sentence is about others who are called in, freely if need be."""
    if SUB_PROCESSING.resembles.search(sentence.text) or SUB_PROCESSING.elsewhere.search(sentence.heading):
        return False
    return bool(_SAY("called_in", "engages").search(sentence.context) and _SAY("free").search(sentence.text))


def _is_about_others(sentence: Sentence) -> bool:
    """Say whether a sentence or its title speaks of others who are called in."""
    near = f"{sentence.heading}. {sentence.context}"
    return _SAY("called_in", "engages", "object").search(near) is not None


def _mode(sentence: Sentence) -> str | None:
    text = sentence.context
    if _SAY("free").search(text):
        return "free"
    if _SAY("banned").search(text) and not _SAY("exception").search(text) and not _SAY("object").search(text):
        return "prohibited"
    if _SAY("object").search(text) or _GENERAL.search(text):
        return "general_objection"
    if _SAY("consent").search(text):
        return "prior_specific"
    if _SAY("forbidden").search(text):
        return "prohibited"
    return "free" if _MAY.search(text) else None
