"""Whom a sentence binds: the party that stands before the verb as its subject, or the other than the one addressed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ..reading.sentences import Sentence
from ..words import Before, Words
from .parties import Parties
from .roles import Side

Bound = Side | Literal["both"]

_SAY = Words("sides")
_TOWARDS, _GOVERNING, _AGENT = _SAY.before("towards"), _SAY.before("governing"), _SAY.before("agent")
_BEFORE_SUBJECT = Before(re.compile(rf"(?:^|{_SAY('before_subject').pattern})[ ]*(?:the )?$", re.IGNORECASE))
_BY = Before(re.compile(r"\bby (?:the )?$", re.IGNORECASE))
_NEAR = 16
"""Characters between a verb and the one whom it is about."""


@dataclass(frozen=True)
class Mention:
    """A word that means a party."""

    side: Bound
    start: int
    end: int


def mentions(text: str, parties: Parties) -> list[Mention]:
    """Return what in a text means a party, or both of them."""
    found = [Mention(parties.side(match[0]), match.start(), match.end()) for match in parties.pattern.finditer(text)]
    both = [Mention("both", match.start(), match.end()) for match in _SAY("both").finditer(text)]
    return sorted([*found, *both], key=lambda mention: mention.start)


def bound(sentence: Sentence, at: int, parties: Parties) -> Bound | None:
    """Return who does what stands at a place of a sentence; None where nobody is named."""
    found = mentions(sentence.text, parties)
    agents = [mention for mention in found if _is_agent(mention, sentence.text)]
    subjects = [mention for mention in found if _is_subject(mention, sentence.text)]
    earlier = [mention for mention in subjects if mention.start <= at]
    if earlier:
        main = [mention for mention in earlier if not _is_subordinate(mention, sentence.text)] or earlier
        return main[-1].side
    if agents:
        return agents[0].side
    return _carried(sentence, parties) if sentence.part != "table" else None


def addressed(text: str, verb: re.Match[str], parties: Parties) -> Bound | None:
    """Return the party that a verb is about: 通知甲方, 向甲方报告, "tells the Customer", "reported to the Customer"."""
    for mention in mentions(text, parties):
        agent = _BY.ends(text, mention.start)
        told = 0 <= mention.start - verb.end() <= _NEAR and not agent and not _SAY("owned").match(text, mention.end)
        toward = mention.end <= verb.start() <= mention.end + _NEAR and _TOWARDS.ends(text, mention.start)
        if told or toward:
            return mention.side
    return None


def _is_agent(mention: Mention, text: str) -> bool:
    return _AGENT.ends(text, mention.start) and not _SAY("owned").match(text, mention.end)


def _is_subject(mention: Mention, text: str) -> bool:
    """Say whether a party stands where the one who does something stands, not the one to whom it is done."""
    if _is_agent(mention, text):
        return True
    if _GOVERNING.ends(text, mention.start) or _SAY("owned").match(text, mention.end):
        return False
    if not text[mention.start : mention.end].isascii():
        return True
    return _BEFORE_SUBJECT.ends(text, mention.start) or _SAY("modal").match(text, mention.end) is not None


def _carried(sentence: Sentence, parties: Parties) -> Bound | None:
    """Return the subject of the sentence before, where a pronoun stands for it or Chinese leaves it out."""
    leaves_out = not sentence.opens and not sentence.text[:1].isascii()
    if not leaves_out and not _SAY("pronoun").match(sentence.text):
        return None
    for text in reversed(re.split(r"[。;]|\. ", sentence.before)):
        subjects = [mention for mention in mentions(text, parties) if _is_subject(mention, text)]
        main = [mention for mention in subjects if not _is_subordinate(mention, text)] or subjects
        if main:
            return main[0].side
    return None


def _is_subordinate(mention: Mention, text: str) -> bool:
    """Say whether a subject is that of a condition or of a relative clause."""
    return _SAY("subordinate").match(part_around(text, mention.start).strip()) is not None


def part_around(text: str, at: int) -> str:
    """Return the part of a sentence between commas that holds a place."""
    start = max(text.rfind(mark, 0, at) for mark in ",;:") + 1
    ends = [end for mark in ",;" if (end := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))]
