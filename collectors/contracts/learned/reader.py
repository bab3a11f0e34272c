"""Puts the sentences of a contract to the model, with the words that mean a party marked."""

from __future__ import annotations

from collections.abc import Mapping

from ..reading.sentences import Sentence
from ..sides.parties import Parties
from .features import CUSTOMER, VENDOR, features
from .model import model


def probabilities(sentence: Sentence, parties: Parties) -> Mapping[str, float]:
    """Return for each label how probable it is that the sentence says it, by itself or under its heading."""
    seen = _seen(sentence.context if sentence.row else sentence.text, parties)
    alone = model().read(seen)
    if not sentence.heading or sentence.row or sentence.text.startswith(sentence.heading):
        return alone
    headed = model().read(seen | _seen(sentence.heading, parties))
    return {label: max(probability, headed[label]) for label, probability in alone.items()}


def _seen(text: str, parties: Parties) -> set[str]:
    """Return the features of a text in which what means a party is marked by its side."""
    marked = parties.pattern.sub(lambda match: VENDOR if parties.side(match[0]) == "vendor" else CUSTOMER, text)
    return features(text, marked)
