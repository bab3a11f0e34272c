"""What the learned reader sees of a sentence: its words one by one and in pairs, and the notions that it holds."""

from __future__ import annotations

import functools
import hashlib
import itertools
import re
from collections.abc import Iterator, Mapping

from ..reading.folding import CJK
from ..terms.numerals import CHINESE, FIGURES
from ..words import vocabulary
from ..words.wording import Wording

VENDOR, CUSTOMER = "{V}", "{C}"
"""What stands for a party in a sentence of the corpus."""
_STEM = 6
"""Letters of an English word that count: enough to tell words apart, few enough to join their forms."""
_UNIT = "(?=[个年月日天周小工时元万倍%])"
_TOKEN = re.compile(rf"(?P<party>\{{[VC]\}})|(?P<number>{FIGURES}|{CHINESE}{_UNIT})|(?P<han>{CJK})|[a-z]+|[%;:]")
_CAPITALS = re.compile(r"[A-Z]+(?![VC]?\})")


def features(text: str, marked: str) -> set[str]:
    """Return what stands in a folded sentence, and in the same with its parties marked."""
    words = list(_tokens(marked))
    # Who is named first most likely does what is said.
    first = next((word for word in words if word in (VENDOR, CUSTOMER)), "")
    held = [name for name, wording in _notions().items() if wording.search(text)]
    pairs = (f"{word} {after}" for word, after in itertools.pairwise(words))
    return {*words, *pairs, *(f"@{name}" for name in held), *(f"{first} @{name}" for name in held)}


def _tokens(marked: str) -> Iterator[str]:
    for match in _TOKEN.finditer(_CAPITALS.sub(lambda found: found[0].lower(), marked)):
        if match["number"]:
            yield "#"
        else:
            yield match[0] if match["party"] or match["han"] else match[0][:_STEM]


def vocabulary_digest() -> str:
    """Return the SHA-256 of all notions: weights that were learnt with others are not theirs."""
    told = "\n".join(f"{name} {wording.pattern}" for name, wording in sorted(_notions().items()))
    return hashlib.sha256(told.encode()).hexdigest()


@functools.cache
def _notions() -> Mapping[str, Wording]:
    """Return the notions of the vocabulary, but for those of the parties, which are marked already."""
    return {name: wording for name, wording in vocabulary().items() if not name.startswith("sides.")}
