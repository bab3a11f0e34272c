"""A family of clauses: the cues that show it, the labels under which a table says it, and what only resembles it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..reading.sentences import Sentence
from ..sides.binding import bound
from ..sides.parties import Parties
from ..words import NEVER, Words
from ..words.wording import Wording
from .cue import LIKELY, Cue

_ROW, _TITLED, _HEADED = 0.92, 0.06, 0.7
"""How sure the label of a row makes it, what a title adds that says the same, and what a title alone is worth."""
SHORTEST = 4
"""Characters of a sentence that can say anything."""
_TITLE = 3
"""Words of a title that stands before sentences."""
_SAY = Words()
_ELSEWHERE, _NOT_OWED = _SAY("elsewhere"), _SAY("not_owed")
_NOTHING = re.compile(rf"^{_SAY('nothing').pattern}$", re.IGNORECASE)


@dataclass(frozen=True)
class Match:
    """A sentence that says what a family is about."""

    sentence: Sentence
    confidence: float


@dataclass(frozen=True)
class Family:
    """One clause of the model."""

    name: str
    cues: Sequence[Cue]
    labels: Wording = NEVER
    """Labels of a row, or short ones before a colon: whatever stands beside them says it."""
    resembles: Wording = NEVER
    """What is about something else, wherever it stands in a sentence."""
    denied: Wording = NEVER
    """What under its label says that there is no such clause."""
    elsewhere: Wording = _ELSEWHERE
    """Headings under which nothing of the kind stands."""

    def match(self, sentence: Sentence, parties: Parties) -> Match | None:
        """Return how a sentence says it; None where it does not."""
        if not self._may_hold(sentence):
            return None
        worth = self._worth(sentence, parties)
        return Match(sentence, worth) if worth else None

    def admits(self, sentence: Sentence, parties: Parties) -> bool:
        """Say whether a sentence may say it in words not known: nothing speaks against it, and nobody else is bound."""
        if not self._may_hold(sentence) or self.resembles.search(sentence.text):
            return False
        of_vendor = all(cue.who == "vendor" for cue in self.cues)
        return not of_vendor or bound(sentence, len(sentence.text), parties) != "customer"

    def _may_hold(self, sentence: Sentence) -> bool:
        """Say whether a sentence is one, and of a part of the document where the clause can stand."""
        if sentence.title or len(sentence.text) < SHORTEST or sentence.part in ("header", "footer"):
            return False
        # A row of a table has a title of its own; what the text before the table was about says nothing of it.
        return not _is_label(sentence) and (bool(sentence.row) or not self._is_elsewhere(sentence.heading))

    def _is_elsewhere(self, heading: str) -> bool:
        return self.elsewhere.search(heading) is not None and self.labels.search(heading) is None

    def _worth(self, sentence: Sentence, parties: Parties) -> float:
        if self.resembles.search(sentence.text):
            return self._labelled(sentence, parties)
        row = replace(sentence, text=sentence.context) if sentence.row else sentence
        said = max(cue.worth(row, parties) for cue in self.cues)
        if said and self.labels.search(f"{sentence.heading} {sentence.label}"):
            said += _TITLED
        return max(self._labelled(sentence, parties), said or self._headed(sentence, parties))

    def _headed(self, sentence: Sentence, parties: Parties) -> float:
        """Return how sure the heading makes a sentence that speaks of it in words not known."""
        if not self.labels.search(sentence.heading) or any(
            item.search(sentence.text) for item in (_NOT_OWED, self.denied)
        ):
            return 0
        return _HEADED if any(cue.hinted(sentence, parties) for cue in self.cues) else 0

    def _labelled(self, sentence: Sentence, parties: Parties) -> float:
        """Return how sure the label makes it."""
        if not self.labels.search(sentence.label) or sentence.text.rstrip(".。") == sentence.label:
            return 0
        if not sentence.text.strip() or any(item.search(sentence.text) for item in (_NOTHING, _NOT_OWED, self.denied)):
            return 0
        if sentence.row:
            return _ROW
        own = sentence.text.startswith(f"{sentence.label}:")
        return LIKELY if own or any(cue.hinted(sentence, parties) for cue in self.cues) else 0


def _is_label(sentence: Sentence) -> bool:
    """Say whether a sentence is only the title of those after it."""
    said = sentence.text.rstrip(".。:")
    words = len(said.split()) if said.isascii() else len(said) // 3
    return said == sentence.label and words <= _TITLE


def ranked(matches: Iterable[Match]) -> list[Match]:
    """Return matches, the surest first."""
    return sorted(matches, key=lambda match: -match.confidence)
