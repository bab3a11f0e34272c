"""Quotations as they stand in the file."""

from __future__ import annotations

from collections import Counter

from .reading.sentences import Sentence
from .text import Document

LONGEST = 400
"""Characters of a quotation: enough to judge by, little enough to read."""


def quote(document: Document, sentence: Sentence) -> tuple[str, str]:
    """Return the raw text of a sentence and its place; of one that goes over a page, the longer part."""
    passage = Counter(number for number, _ in sentence.spots).most_common(1)[0][0]
    at = [index for number, index in sentence.spots if number == passage]
    source = document.passages[passage]
    return source.raw[at[0] : at[-1] + 1][:LONGEST], source.place
