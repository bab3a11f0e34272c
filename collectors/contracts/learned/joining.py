"""Two readers of the same sentences: what both find is sure, what one alone finds is likely at most.

The levels were read off contracts that neither reader was made on: of what the rules find and the other takes for
unlikely most is wrong, and of what it alone finds most is right from `ALONE` on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..clauses.family import Family, Match, ranked
from ..reading.sentences import Sentence
from ..sides.parties import Parties

ALONE = 0.6
"""How probable the learned reader has to find what the rules do not see."""
_WEAK, _FIRM = 0.8, 0.9
"""Rules that are less sure than this need some support, or a little."""
_SUPPORT, _A_LITTLE = 0.1, 0.02
_BOTH, _SURER = 0.8, 0.06
"""From when on the readers agree, and what that adds."""
_MOST_OF_BOTH, _MOST, _MOST_IN_DOUBT, _MOST_ALONE = 0.95, 0.89, 0.8, 0.75
_DOUBT = 0.4


def joined(
    family: Family,
    sentences: Sequence[Sentence],
    ruled: Sequence[Match],
    learnt: Mapping[int, Mapping[str, float]],
    parties: Parties,
) -> list[Match]:
    """Return the sentences that say a clause, the surest first; `learnt` is by identity of the sentence."""
    probable = {place: said.get(family.name, 0) for place, said in learnt.items()}
    found = [match for given in ruled if (match := _weighed(given, probable.get(id(given.sentence), 0)))]
    known = {id(match.sentence) for match in ruled}
    likely = (item for item in sentences if id(item) not in known and probable.get(id(item), 0) >= ALONE)
    alone = (item for item in likely if family.admits(item, parties))
    return ranked([*found, *(Match(item, min(_MOST_ALONE, probable[id(item)])) for item in alone)])


def _weighed(match: Match, probability: float) -> Match | None:
    """Return what the rules found, as sure as both are; None where the other reader all but rules it out."""
    sure = match.confidence
    if probability < (_SUPPORT if sure < _WEAK else _A_LITTLE if sure < _FIRM else 0):
        return None
    if probability >= _BOTH:
        return Match(match.sentence, min(_MOST_OF_BOTH, sure + _SURER))
    return Match(match.sentence, min(_MOST if probability >= _DOUBT else _MOST_IN_DOUBT, sure))
