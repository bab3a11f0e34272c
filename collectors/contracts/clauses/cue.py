"""A cue: what a sentence has to hold, and may not, to say something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..reading.sentences import Sentence
from ..sides.binding import addressed, bound, part_around
from ..sides.parties import Parties
from ..sides.roles import Side
from ..words import Several

NEVER = re.compile(r"(?!)")
"""Matches nothing."""
SURE, LIKELY, FAINT = 0.87, 0.8, 0.6
"""How much a cue is worth: a form that means little else; the usual words; words that could mean more."""
_UNNAMED = 0.05
"""What it costs that the sentence does not name who is bound."""


@dataclass(frozen=True)
class Cue:
    """Patterns that a sentence has to hold, in any order; the first is what somebody does."""

    says: Sequence[re.Pattern[str] | Several]
    but: re.Pattern[str] = NEVER
    """What the sentence may not hold."""
    who: Side | None = "vendor"
    """Who does it: a sentence that binds the other alone is no match; None where that does not matter."""
    sure: float = LIKELY
    after: re.Pattern[str] | None = None
    """What the sentences before it in the same clause have to hold."""
    told: bool = False
    """What is done is done to a party, which is not the one who does it."""
    denied: re.Pattern[str] = NEVER
    """What the part of the sentence about the first pattern may not hold: that it is not owed."""

    def worth(self, sentence: Sentence, parties: Parties) -> float:
        """Return how sure it is that the sentence says it; 0 where it does not."""
        first = self.says[0].search(sentence.text)
        if first is None or not all(pattern.search(sentence.text) for pattern in self.says[1:]):
            return 0
        if self.after is not None and not self.after.search(sentence.before):
            return 0
        if self.but.search(sentence.text) or self.denied.search(part_around(sentence.text, first.start())):
            return 0
        return self._bound(sentence, first, parties)

    def _bound(self, sentence: Sentence, first: re.Match[str], parties: Parties) -> float:
        if self.who is None:
            return self.sure
        other = addressed(sentence.text, first, parties) if self.told else None
        if other == self.who:
            return 0
        side = bound(sentence, first.start(), parties) if other in ("both", None) else self.who
        if side is None:
            return self.sure - _UNNAMED
        return self.sure if side in (self.who, "both") else 0
