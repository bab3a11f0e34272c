"""A value that was found in a text, with the sentence that says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..clauses.family import SHORTEST, Family, Match
from ..learned.joining import joined
from ..learned.reader import probabilities
from ..reading.sentences import Sentence
from ..sides.parties import Parties

ABSENT = "absent"
"""Read, and the text says nothing of it."""


@dataclass(frozen=True)
class Found:
    """A value; without a sentence it is what silence of the whole text says."""

    value: object
    sentence: Sentence | None
    confidence: float


@dataclass(frozen=True)
class Reading:
    """A document as the questions see it."""

    sentences: tuple[Sentence, ...]
    parties: Parties
    families: tuple[Family, ...]
    amends: bool = False
    """It changes an earlier contract."""

    @cached_property
    def matches(self) -> dict[str, list[Match]]:
        """Return the sentences that say each clause, the surest first."""
        ruled, learnt = self._read
        return {
            family.name: joined(family, self.sentences, ruled[family.name], learnt, self.parties)
            for family in self.families
        }

    @property
    def learnt(self) -> Mapping[int, Mapping[str, float]]:
        """Return what the learned reader takes each sentence for, by identity: label to how probable it is."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[dict[str, list[Match]], dict[int, Mapping[str, float]]]:
        ruled: dict[str, list[Match]] = {family.name: [] for family in self.families}
        learnt: dict[int, Mapping[str, float]] = {}
        # Both readers and all families see a sentence before the next one: they share much of their vocabulary.
        for sentence in self.sentences:
            if not sentence.title and len(sentence.text) >= SHORTEST and sentence.part not in ("header", "footer"):
                learnt[id(sentence)] = probabilities(sentence, self.parties)
            for family in self.families:
                if match := family.match(sentence, self.parties):
                    ruled[family.name].append(match)
        return ruled, learnt

    @cached_property
    def text(self) -> list[Sentence]:
        """Return the sentences that are no headings and do not run along every page."""
        return [item for item in self.sentences if not item.title and item.part not in ("header", "footer")]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(sentence): index for index, sentence in enumerate(self.sentences)}

    def following(self, sentence: Sentence, count: int = 1) -> list[Sentence]:
        """Return the next sentences of the same clause."""
        start = self._places[id(sentence)] + 1
        near = self.sentences[start : start + count]
        return [other for other in near if other.number == sentence.number and other.part == sentence.part]
