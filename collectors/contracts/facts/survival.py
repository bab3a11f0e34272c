"""How long confidentiality goes on after the end."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.sentences import Sentence
from ..terms.durations import durations
from ..words import Words
from .found import ABSENT, Found, Reading

_SAY = Words("survival")
_DATA = _SAY("data")
_SECRET = _SAY("secret")
_AFTER = _SAY("after")
_EVER = _SAY("ever")
_ELSE = _SAY("else")


def survival(reading: Reading, families: tuple[str, ...]) -> Found:
    """Return how long secrecy outlasts the contract; secrecy about something else than data counts for nothing."""
    matched = [match.sentence for name in families for match in reading.matches[name]]
    if not matched:
        return Found(ABSENT, None, 0.7)
    numbers = {(sentence.heading, sentence.number) for sentence in matched}
    for sure, sentence in _candidates(reading, numbers):
        if found := _said(sentence, sure):
            return found
    return Found(ABSENT, None, 0.6)


def _candidates(reading: Reading, numbers: set[tuple[str, str]]) -> Iterator[tuple[float, Sentence]]:
    """Yield what may say it: sentences about secrecy, then others of the same clause, then footnotes."""
    late = [item for item in reading.text if _AFTER.search(item.context) and not _ELSE.search(item.text)]
    timed = [item for item in late if _SECRET.search(item.text) and durations(item.text)]
    yield from ((0.92 if (item.heading, item.number) in numbers else 0.85, item) for item in timed)
    yield from ((0.88, item) for item in reading.text if _secret_for_ever(item))
    yield from ((0.88, item) for item in late if (item.heading, item.number) in numbers)
    yield from ((0.85, item) for item in late if _SECRET.search(item.text))
    about = [item for item in late if item.part == "footnote" or _SECRET.search(item.heading + item.label)]
    yield from ((0.75, item) for item in about if _DATA.search(item.text) or _SECRET.search(item.heading + item.label))


def _secret_for_ever(sentence: Sentence) -> bool:
    return (
        _SECRET.search(sentence.text) is not None
        and _EVER.search(sentence.text) is not None
        and not durations(sentence.text)
    )


def _said(sentence: Sentence, sure: float) -> Found | None:
    lengths = [found for found in durations(sentence.text) if found.unit in ("months", "years", "days")]
    if not lengths:
        return Found("indefinite", sentence, sure - 0.04) if _EVER.search(sentence.text) else None
    ended = _AFTER.search(sentence.text[: lengths[-1].start])
    return Found(str(lengths[-1] if ended else lengths[0]), sentence, sure)
