"""Documents that change an earlier contract: which one, what they only quote of it, and which clauses they strike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from .reading.sentences import Sentence
from .terms import days
from .words import Words

_SAY = Words("amendments")
_TITLE = _SAY("title")
_BASE = _SAY("base")
_CHANGES = _SAY("changes")
_QUOTE = r"[“\"][^“”\"]*[”\"]"
_OLD = re.compile(
    rf"{_SAY('earlier').pattern}(?:(?!增|补充|改为|如下)[^“”，,。;]){{0,16}}{_QUOTE}"
    rf"|{_QUOTE}(?= ?{_SAY('is_changed').pattern})"
    rf"|{_SAY('takes_out').pattern}{_QUOTE}(?= {_SAY('puts_in').pattern})"
    rf"|{_SAY('in_place_of').pattern} [^,;.]*"
    rf"|{_SAY('measure_of').pattern} [^,;.“\"]{{1,40}}?(?= (?:is|are|shall be) [a-z]+ed to)"
    r"|(?<=由)[^,。;“”]{1,24}(?=(?:变更|修改|调整|改|延长)(?:为|至|到))"
    r"|(?<=from )[^,;.]{1,40}(?= to )",
    re.IGNORECASE,
)
"""What is only quoted of the earlier text."""
_STRUCK = _SAY("struck")
_REPLACED = _SAY("replaced")
_NUMBER = re.compile(rf"{_SAY('number').pattern}([A-Za-z0-9][\w()/.-]*\d[\w()/.-]*)", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"(?=.*\d)(?=.*-)[A-Za-z]{1,}[\w()/-]*\d[\w()/-]*")
_OPENING = 30


@dataclass(frozen=True)
class Base:
    """What a text says of the contract that it changes."""

    number: str = ""
    signed: date | None = None


def is_amendment(sentences: Sequence[Sentence]) -> bool:
    """Say whether a document changes an earlier contract: its title says so, and its text speaks of that one."""
    opening = [sentence for sentence in sentences if sentence.part != "header"][:3]
    titled = any(_TITLE.search(sentence.text) for sentence in opening if len(sentence.text) <= 80)
    speaking = sum(bool(_BASE.search(sentence.text)) for sentence in sentences)
    changing = sum(bool(_BASE.search(sentence.text) and _CHANGES.search(sentence.text)) for sentence in sentences)
    return speaking > 0 and (titled or changing >= 3)


def own_number(sentences: Sequence[Sentence]) -> str:
    """Return the number of the contract itself, which stands near its title."""
    for sentence in sentences[:6]:
        if (match := _NUMBER.search(sentence.text)) and not _BASE.search(sentence.text):
            return match[1]
        if bare := _BARE_NUMBER.fullmatch(sentence.text.strip()):
            return bare[0]
    return ""


def base_of(sentences: Sequence[Sentence]) -> Base:
    """Return number and day of the contract that an amendment changes."""
    for sentence in sentences[:_OPENING]:
        speaks = _BASE.search(sentence.text) or re.search(r"《[^》]+》", sentence.text)
        number = _NUMBER.search(sentence.text)
        named = days.named(sentence.text)
        if speaks and (number or named):
            return Base(number[1] if number else "", named[0].day if named else None)
    return Base()


def current(sentence: Sentence) -> Sentence:
    """Return the sentence with blanks in place of what it only quotes of the earlier text, or strikes."""
    if is_struck(sentence):
        return replace(sentence, text=" " * len(sentence.text))
    text = _OLD.sub(_blank, sentence.text)
    return replace(sentence, text=_SAY("strikes").sub(_blank, text) if _STRUCK.search(text) else text)


def struck(sentence: Sentence) -> Sentence:
    """Return a sentence that takes a clause out without the words that do so."""
    return replace(sentence, text=_SAY("strikes").sub(_blank, sentence.text))


def is_struck(sentence: Sentence) -> bool:
    """Say whether a sentence takes a clause out without putting another in its place."""
    return bool(_STRUCK.search(sentence.text)) and not _REPLACED.search(sentence.text)


def _blank(match: re.Match[str]) -> str:
    """Return as many blanks, so that what follows keeps its place."""
    return " " * len(match[0])
