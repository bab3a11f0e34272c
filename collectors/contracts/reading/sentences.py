"""Sentences of a document, each with the heading, the number and the label under which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..terms import days
from ..text import Document, Part
from .blocks import Block, Spot, blocks
from .folding import CJK
from .numbering import taken

_CHINESE = re.compile(CJK)
# Not after an abbreviation or a single letter, and only before what begins a sentence.
_SHORT = "No Ltd Inc Co Corp LLC Pte Pty Sdn Bros Messrs St Mr Ms Mrs Dr Art Cl Sec Attn rev [A-Z]".split()
_ABBREVIATIONS = "".join(rf"(?<!\b{short})" for short in _SHORT)
_ENGLISH_END = rf"{_ABBREVIATIONS}(?<!\.)\.(?!\.)[\"”]?(?= [\"“(]?[A-Z0-9])"
_END = re.compile(rf"[。!?][\"”]?(?!$)|;(?! and\b)(?=.)|{_ENGLISH_END}")
_LABEL = re.compile(rf"([^:,.。;\"“]{{1,40}})(:|(?<={CJK})。|(?<=[a-z])\.(?= [A-Z]))(?= ?.)")
_BINDS = re.compile(r"应[当在于将对向按以采]|不得|必须|有权|\b(?:shall|must|will|may)\b")
# What no full stop ends is cut: a text of one endless sentence takes patterns endlessly long.
_LONGEST = 1500
_SIGNED = re.compile(r"\((?:印|章|公章|盖章|签章|签字|签名)\)|\b(?:LLC|Inc\.|Ltd\.|Corp\.)$")
_WORD = re.compile(r"\w")
_BEFORE = 600
_LONGEST_HEADING = 60
_LONGEST_LABEL = 32


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a part of one that a semicolon ends."""

    text: str
    spots: Sequence[Spot] = field(repr=False)
    part: Part = "body"
    heading: str = ""
    number: str = ""
    label: str = ""
    row: str = ""
    before: str = ""
    """The sentences before it in its paragraph or, for the first, the paragraph before it under the heading."""
    opens: bool = False
    """It is the first of its paragraph."""
    title: bool = False
    """It is a heading itself."""

    @property
    def context(self) -> str:
        """Return label and text, for what a table says in two cells."""
        return self.text if self.label in self.text else f"{self.label}: {self.text}"


def sentences(document: Document) -> list[Sentence]:
    """Return the sentences in reading order."""
    made: list[Sentence] = []
    heading = number = last = ""
    for block in blocks(document):
        start, own, highest = taken(block.text)
        own = own or block.number
        number = own or number
        if _is_heading(block, start, own):
            heading, last = block.text[start:], ""
            made.append(Sentence(heading, block.spots[start:], block.part, heading, number, title=True))
            continue
        if highest and (label := _label(block.text[start:])):
            heading, last = label, ""
        made += _parts(block, start, heading, number, last)
        last = block.text[-_BEFORE:]
    return made


def _is_heading(block: Block, start: int, number: str) -> bool:
    """Say whether a block is a title: short, of one phrase, and numbered or without any mark."""
    title = re.sub(r"\?$", "", block.text[start:])
    if block.part != "body" or len(title) * (2 if _CHINESE.search(title) else 1) > _LONGEST_HEADING:
        return False
    if not title or re.search(r"[。.;:!?\"”_]$|[。;:]|\d{4}", title) or _BINDS.search(title):
        return False
    if days.named(title) or _SIGNED.search(title):
        return False
    return bool(number) or not re.search(r"[,\d]|^\(", title)


def _label(text: str) -> str:
    match = _LABEL.match(text)
    width = 2 if _CHINESE.match(text) else 1
    return match[1].strip() if match and len(match[1]) * width <= _LONGEST_LABEL else ""


def _parts(block: Block, start: int, heading: str, number: str, last: str) -> Iterator[Sentence]:
    label = block.label or _label(block.text[start:])
    before = last
    cuts = list(_cuts(block.text, start))
    for begin, end in cuts:
        text = block.text[begin:end]
        spots = block.spots[begin:end]
        yield Sentence(text, spots, block.part, heading, number, label, block.row, before, begin == cuts[0][0])
        before = block.text[max(start, end - _BEFORE) : end]


def _cuts(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Return where each sentence begins and ends, without the blanks around it; none is longer than any is."""
    ends = [match.end() for match in _END.finditer(text, start)]
    for begin, end in zip([start, *ends], [*ends, len(text)], strict=True):
        for at in range(begin, end, _LONGEST):
            part = text[at : min(at + _LONGEST, end)]
            left, right = len(part) - len(part.lstrip()), len(part.rstrip())
            if left < right and _WORD.search(part):
                yield at + left, at + right
