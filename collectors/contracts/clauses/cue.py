"""A cue: what a sentence has to hold, and may not, to say something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from ..reading.sentences import Sentence
from ..sides.binding import addressed, bound, part_around
from ..sides.parties import Parties
from ..sides.roles import Side
from ..words import NEVER, Several
from ..words.wording import Wording

SURE, LIKELY, FAINT = 0.87, 0.8, 0.6
"""How much a cue is worth: a form that means little else; the usual words; words that could mean more."""
_TRIES = 6
"""How often what is done is looked for in one sentence: a condition may come before the duty."""
_UNNAMED = 0.05
"""What it costs that the sentence does not name who is bound."""


@dataclass(frozen=True)
class Cue:
    """Patterns that a sentence has to hold, in any order; the first is what somebody does."""

    says: Sequence[Wording | Several]
    but: Wording = NEVER
    """What the sentence may not hold."""
    who: Side | None = "vendor"
    """Who does it: a sentence that binds the other alone is no match; None where that does not matter."""
    sure: float = LIKELY
    after: Wording | None = None
    """What the sentences before it in the same clause have to hold."""
    told: bool = False
    """What is done is done to a party, which is not the one who does it."""
    denied: Wording = NEVER
    """What the part of the sentence about the first pattern may not hold: that it is not owed."""

    def worth(self, sentence: Sentence, parties: Parties) -> float:
        """Return how sure it is that the sentence says it; 0 where it does not."""
        if not all(pattern.search(sentence.text) for pattern in self.says) or self.but.search(sentence.text):
            return 0
        if self.after is not None and not self.after.search(f"{sentence.heading}. {sentence.before}"):
            return 0
        tries = islice(self.says[0].finditer(sentence.text), _TRIES)
        return max(self._done(sentence, first, parties) for first in tries)

    def hinted(self, sentence: Sentence, parties: Parties) -> bool:
        """Say whether a sentence speaks of it, for one that stands under a title which says the rest."""
        first = self.says[0].search(sentence.text)
        if first is None or self.but.search(sentence.text) or self.denied.search(sentence.text):
            return False
        return self._bound(sentence, first, parties) > 0

    def _done(self, sentence: Sentence, first: re.Match[str], parties: Parties) -> float:
        if self.denied.search(part_around(sentence.text, first.start())):
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
