"""A family of clauses: the cues that show it, the labels under which a table says it, and what only resembles it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..reading.sentences import Sentence
from ..sides.parties import Parties
from ..words import Words
from .cue import LIKELY, NEVER, Cue

_ROW, _TITLED = 0.92, 0.06
"""How sure the label of a row makes it, and what a title adds that says the same as the sentence under it."""
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
    labels: re.Pattern[str] = NEVER
    """Labels of a row, or short ones before a colon: whatever stands beside them says it."""
    resembles: re.Pattern[str] = NEVER
    """What is about something else, wherever it stands in a sentence."""
    denied: re.Pattern[str] = NEVER
    """What under its label says that there is no such clause."""
    elsewhere: re.Pattern[str] = _ELSEWHERE
    """Headings under which nothing of the kind stands."""

    def matches(self, sentences: Sequence[Sentence], parties: Parties) -> list[Match]:
        """Return the sentences that say it, the surest first."""
        found = list(self._matches(sentences, parties))
        return sorted(found, key=lambda match: -match.confidence)

    def _matches(self, sentences: Sequence[Sentence], parties: Parties) -> Iterator[Match]:
        for sentence in sentences:
            if sentence.title or sentence.part in ("header", "footer") or self._is_elsewhere(sentence.heading):
                continue
            worth = self._worth(sentence, parties)
            if worth:
                yield Match(sentence, worth)

    def _is_elsewhere(self, heading: str) -> bool:
        return self.elsewhere.search(heading) is not None and self.labels.search(heading) is None

    def _worth(self, sentence: Sentence, parties: Parties) -> float:
        if self.resembles.search(sentence.text):
            return self._labelled(sentence)
        row = replace(sentence, text=sentence.context) if sentence.row else sentence
        said = max(cue.worth(row, parties) for cue in self.cues)
        titled = said and self.labels.search(f"{sentence.heading} {sentence.label}")
        return max(self._labelled(sentence), said + _TITLED if titled else said)

    def _labelled(self, sentence: Sentence) -> float:
        """Return how sure the label makes it."""
        if not self.labels.search(sentence.label) or sentence.text.rstrip(".。") == sentence.label:
            return 0
        if any(pattern.search(sentence.text) for pattern in (_NOTHING, _NOT_OWED, self.denied)):
            return 0
        return _ROW if sentence.row else LIKELY
