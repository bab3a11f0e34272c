"""Sentences in which every word for a party is written alike, whatever a contract calls it.

A contract may call its parties `甲方`, `贵司`, `Assessor` or `we`. What follows reads only `甲方` and `乙方`, `the
Customer` and `the Vendor`; quotations come from the file, not from here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..reading.sentences import Sentence
from .parties import Parties
from .roles import PRONOUNS, Side

CHINESE: dict[Side, str] = {"customer": "甲方", "vendor": "乙方"}
ENGLISH: dict[Side, str] = {"customer": "Customer", "vendor": "Vendor"}
PLAIN: dict[str, Side] = {word: side for words in (CHINESE, ENGLISH) for side, word in words.items()}
_SUBJECTS = {"We", "we", "I"}
_POSSESSIVES = {"our": "we", "your": "you", "my": "I"}
_POSSESSIVE = re.compile(r"\b(our|your|my)\b", re.IGNORECASE)


def spoken_plainly(sentences: Sequence[Sentence], parties: Parties) -> list[Sentence]:
    """Return the sentences with one word for each side."""
    if not parties.words:
        return list(sentences)
    written = re.compile(rf"(?:\b(?P<article>[Tt]he |THE ))?(?P<word>{parties.pattern.pattern})")

    def plain(text: str) -> str:
        owned = _POSSESSIVE.sub(lambda match: _owner(match, parties), text)
        return written.sub(lambda match: _named(match, parties), owned)

    return [
        replace(item, text=plain(item.text), before=plain(item.before), label=plain(item.label)) for item in sentences
    ]


def of_plain(parties: Parties) -> Parties:
    """Return the parties as the sentences above speak of them."""
    return replace(parties, words={**parties.words, **PLAIN})


def _named(match: re.Match[str], parties: Parties) -> str:
    word, article = match["word"], match["article"] or ""
    if not word.isascii():
        return article + CHINESE[parties.side(word)]
    name = f"the {ENGLISH[parties.side(word)]}"
    # A pronoun shows by its form that it is the subject; a name shows it by the verb after it.
    return f"{name} shall" if word in _SUBJECTS else name


def _owner(match: re.Match[str], parties: Parties) -> str:
    pronoun = _POSSESSIVES[match[0].lower()]
    forms = PRONOUNS.get(pronoun, (pronoun,))
    side = next((parties.words[form] for form in forms if form in parties.words), None)
    return match[0] if side is None else f"the {ENGLISH[side]}'s"
