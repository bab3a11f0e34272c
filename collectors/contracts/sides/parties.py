"""The parties of a contract: which words mean the one who orders, and which the one who serves."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..reading.sentences import Sentence
from ..words import Words
from .names import Introduced, introductions
from .roles import FIRST, ORDINALS, ROLES, SECOND, Side, role_in, roles_in, word

_OFTEN = 3
_SERVED = Words("sides")("served").pattern
"""Who is served, of `FIRST` and `SECOND`."""
_OTHER = {**dict(zip(FIRST, SECOND, strict=True)), **dict(zip(SECOND, FIRST, strict=True))}


@dataclass(frozen=True)
class Parties:
    """Both sides."""

    customer: Introduced | None = None
    vendor: Introduced | None = None
    words: Mapping[str, Side] = field(default_factory=dict)
    """Role or name to side."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Match every word that means a party; without any known, every word that often does."""
        words = sorted(self.words or ROLES, key=len, reverse=True)
        return re.compile("|".join(map(word, words)))

    def side(self, word: str) -> Side:
        """Return the side of a word that the pattern matched."""
        return self.words.get(word) or ROLES[word]


def find(sentences: Sequence[Sentence]) -> Parties:
    """Find who the parties are."""
    found = introductions(sentences)
    text = "".join(sentence.text for sentence in sentences)
    sides = _by_order([_by_word(party, text) for party in found])
    words = {word: side for party, side in zip(found, sides, strict=True) for word in _called(party)}
    words |= _spoken_of(text, words)
    first: dict[Side, Introduced] = {}
    for party, side in zip(found, sides, strict=True):
        first.setdefault(side, party)
    return Parties(first.get("customer"), first.get("vendor"), words)


def _spoken_of(text: str, words: Mapping[str, Side]) -> dict[str, Side]:
    """Return the roles that a text speaks of, for the side of which no role was introduced."""
    introduced = {words[role] for role in ROLES if role in words}
    used = [
        role for role in ROLES if len(re.findall(rf"\b[Tt]he {role}\b" if role.isascii() else role, text)) >= _OFTEN
    ]
    return {role: ROLES[role] for role in used if ROLES[role] not in introduced and role not in words}


def _by_word(party: Introduced, text: str) -> Side | None:
    """Return the side that a role gives; one that only counts the parties gives way to any other."""
    roles = [role for word in party.words if word != party.name and (role := role_in(word))]
    telling = [role for role in roles if role not in ORDINALS]
    if telling or not roles:
        return ROLES[telling[0]] if telling else None
    return _served(roles[0], text) or ROLES[roles[0]]


def _served(role: str, text: str) -> Side | None:
    """Return the side that the text gives to the first or the second party by saying who is served."""
    other = _OTHER[role]
    customer, vendor = (
        len(re.findall(_SERVED.replace("FIRST", first).replace("SECOND", second), text))
        for first, second in ((role, other), (other, role))
    )
    return None if customer == vendor else "customer" if customer > vendor else "vendor"


def _by_order(sides: Sequence[Side | None]) -> list[Side]:
    """Fill up what no word decides, or decides alike for all: who orders is named first."""
    if len(sides) > 1 and len(set(sides)) == 1:
        rest: list[Side] = ["vendor" for _ in sides[1:]]
        return ["customer", *rest]
    decided: list[Side] = []
    for index, side in enumerate(sides):
        taken = {*decided, *sides[index + 1 :]}
        decided.append(side or ("customer" if "customer" not in taken else "vendor"))
    return decided


def _called(party: Introduced) -> list[str]:
    roles = [role for word in party.words if word != party.name for role in roles_in(word)]
    short = [word for word in party.words[:1] if len(word) > 1]
    return [party.name, *roles, *short]
