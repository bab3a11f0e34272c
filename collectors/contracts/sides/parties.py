"""The parties of a contract: which words mean the one who orders, and which the one who serves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..reading.sentences import Sentence
from .leaning import leaning
from .names import Introduced, introductions, is_company
from .roles import PRONOUNS, ROLES, VAGUE, Side, roles_in, word

_OFTEN = 3
_LONGEST = 24
_ADDRESSED = {"您", "你", "I"}
_OWNED = re.compile(r"\b(?:(our)|(your)|(my))\b", re.IGNORECASE)
_OWNERS = ("we", "you", "I")
_ENOUGH = 60_000
"""Characters by which it shows who does what."""
_OF_A_PERSON = 6
"""How far a person leans to serving the company that it has an agreement with."""
_CLEAR = 8
"""How far apart the parties lean before it is clear who serves."""


@dataclass(frozen=True)
class Parties:
    """Both sides."""

    customer: Introduced | None = None
    vendor: Introduced | None = None
    words: Mapping[str, Side] = field(default_factory=dict)
    """Role or name to side."""
    clear: bool = False
    """It is clear which of them serves, not only who is named first."""

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
    text = _OWNED.sub(_owner, "\n".join(sentence.text for sentence in sentences)[:_ENOUGH])
    companies = [is_company(party.name) for party in found]
    leanings = [
        leaning(party, _called(party), text) + (_OF_A_PERSON if any(companies) and not company else 0)
        for party, company in zip(found, companies, strict=True)
    ]
    sides = _sides(leanings)
    words = {word: side for party, side in zip(found, sides, strict=True) for word in _called(party)}
    # Exclusions of liability are shouted.
    words = {**{word.upper(): side for word, side in words.items() if len(word) > _OFTEN and word.isascii()}, **words}
    words |= _spoken_of(text, words, {party.name for party in found})
    first: dict[Side, Introduced] = {}
    for party, side in zip(found, sides, strict=True):
        first.setdefault(side, party)
    clear = bool(leanings) and max(leanings) - min(leanings) >= _CLEAR
    return Parties(first.get("customer"), first.get("vendor"), words, clear)


def _owner(match: re.Match[str]) -> str:
    """Write `our` as `we's`, as other parties' things are written."""
    return f"{_OWNERS[(match.lastindex or 1) - 1]}'s"


def _sides(leanings: Sequence[int]) -> list[Side]:
    """Return the side of each: who leans furthest to serving serves; of those who lean alike the first is served."""
    if len(leanings) < 2:
        return ["vendor" if leaning >= 0 else "customer" for leaning in leanings]
    if len(set(leanings)) == 1:
        rest: list[Side] = ["vendor" for _ in leanings[1:]]
        return ["customer", *rest]
    low, high = min(leanings), max(leanings)
    return ["vendor" if leaning - low > high - leaning else "customer" for leaning in leanings]


def _spoken_of(text: str, words: Mapping[str, Side], names: Iterable[str]) -> dict[str, Side]:
    """Return the roles that a text speaks of, for a side of which only the name was introduced."""
    known = {side for word, side in words.items() if word not in names}
    missing = [role for role, side in ROLES.items() if side not in known and role not in VAGUE]
    return {role: ROLES[role] for role in missing if _mentions(role, text) >= _OFTEN}


def _mentions(role: str, text: str) -> int:
    return len(re.findall(rf"\b[Tt]he {role}\b" if role.isascii() else role, text))


def _is_word(text: str) -> bool:
    """Say whether it is a word for a party, not what only describes it."""
    return text in _ADDRESSED or (1 < len(text) <= _LONGEST and text[0] not in " ,")


def _called(party: Introduced) -> list[str]:
    """Return the words that mean a party: its name, its roles, and what it is defined as."""
    roles = [role for word in party.words if word != party.name for role in roles_in(word)]
    short = [word for word in party.words if _is_word(word) and word != party.name]
    said = [other for word in short for other in PRONOUNS.get(word.lower(), [word])]
    return [party.name, *dict.fromkeys([*roles, *said])]
