"""What two readers of one sentence make of it together."""

from __future__ import annotations

import pytest

from collectors.contracts.clauses.cue import Cue
from collectors.contracts.clauses.family import Family, Match
from collectors.contracts.learned.joining import joined
from collectors.contracts.reading.sentences import Sentence
from collectors.contracts.sides.parties import Parties
from collectors.contracts.words import NEVER

CLAUSE = Family("clause", ())
SENTENCE = Sentence("It says so.", ())


def together(ruled: float | None, probability: float, sentence: Sentence = SENTENCE) -> float | None:
    matches = [] if ruled is None else [Match(sentence, ruled)]
    found = joined(CLAUSE, [sentence], matches, {id(sentence): {"clause": probability}}, Parties())
    return found[0].confidence if found else None


@pytest.mark.parametrize(
    ("ruled", "probability", "confidence"),
    [
        (0.87, 0.95, 0.93),  # both: surer than either rule
        (0.87, 0.5, 0.87),
        (0.92, 0.5, 0.89),  # without the other nothing is sure
        (0.92, 0.01, 0.8),
        (0.87, 0.01, None),  # what the other rules out needs a better rule
        (0.7, 0.05, None),
        (0.7, 0.15, 0.7),
        (None, 0.55, None),
        (None, 0.65, 0.65),
        (None, 0.99, 0.75),  # alone it is never sure
    ],
)
def test_agreement_makes_sure_and_doubt_does_not(
    ruled: float | None, probability: float, confidence: float | None
) -> None:
    assert together(ruled, probability) == (None if confidence is None else pytest.approx(confidence))


def test_nothing_is_found_alone_where_clauses_of_the_kind_do_not_stand() -> None:
    assert together(None, 0.99, Sentence("It says so.", (), heading="Force majeure")) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [("The Customer shall say so to the Vendor.", False), ("The Vendor shall say so to the Customer.", True)],
)
def test_nothing_is_found_alone_that_binds_the_other_party(text: str, found: bool) -> None:
    sides = Parties(words={"Vendor": "vendor", "Customer": "customer"})
    sentence = Sentence(text, ())
    owed = Family("clause", [Cue([NEVER])])
    assert bool(joined(owed, [sentence], [], {id(sentence): {"clause": 0.9}}, sides)) is found


def test_the_surest_sentence_comes_first() -> None:
    first, second = Sentence("One.", ()), Sentence("Two.", ())
    learnt = {id(first): {"clause": 0.7}, id(second): {"clause": 0.9}}
    found = joined(CLAUSE, [first, second], [Match(second, 0.8)], learnt, Parties())
    assert [match.sentence.text for match in found] == ["Two.", "One."]
