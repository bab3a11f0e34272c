"""Paragraphs and table cells of a document, whatever lines and pages a file breaks them into."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ..text import Document, Part, Passage
from .folding import fold
from .lines import Line, running, wrapped

Spot = tuple[int, int]
"""The number of a passage, and the index of a character in its raw text."""


@dataclass(frozen=True)
class Block:
    """A paragraph or a cell as one folded line; `spots[i]` is where its i-th character stands in the file."""

    text: str
    spots: Sequence[Spot]
    part: Part
    row: str = ""
    """The place of the row, for a cell of a table."""
    number: str = ""
    """The number that the program shows before it."""
    label: str = ""
    """For a cell of a table: what the first cell of its row says, where that is a short title."""


_LONGEST_LABEL = 60


def blocks(document: Document) -> list[Block]:
    """Return the blocks in reading order."""
    numbered = list(enumerate(document.passages))
    made: list[Block] = []
    for _, group in groupby(numbered, key=lambda item: _kind(item[1])):
        passages = list(group)
        made += _cells(passages) if passages[0][1].part == "table" else _paragraphs(passages)
    return made


def _kind(passage: Passage) -> str:
    """Tell apart what is read together: the pages of a PDF, a row of a table, a passage by itself."""
    if passage.part == "table":
        return passage.place
    if passage.place.startswith("page") and passage.part == "body":
        return "pages"
    return f"{passage.part} {id(passage)}"


def _paragraphs(passages: Sequence[tuple[int, Passage]]) -> Iterator[Block]:
    lines = _lines(passages)
    edges = running(lines)
    paragraph: list[Line] = []
    for line in lines:
        if line in edges:
            continue
        if paragraph and not wrapped(paragraph[-1], line):
            yield _joined(paragraph, passages[0][1].part)
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield replace(_joined(paragraph, passages[0][1].part), number=passages[0][1].number)


def _lines(passages: Sequence[tuple[int, Passage]]) -> list[Line]:
    split = [(number, passage.place, *piece) for number, passage in passages for piece in _split(passage.raw)]
    widths = sorted(Line.width_of(text) for _, _, text, _ in split)
    # Now and then two lines come as one, so the widest of all tells little.
    usual = widths[len(widths) * 4 // 5] if widths else 0
    seen: Counter[str] = Counter()
    found: list[Line] = []
    for number, place, text, at in split:
        found.append(Line(text, [(number, index) for index in at], place, seen[place], usual))
        seen[place] += 1
    return found


def _split(raw: str) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield each line that is not blank, and where its characters stand."""
    folded = fold(raw)
    start = 0
    for text in folded.text.split("\n"):
        if text.strip():
            yield text, folded.at[start : start + len(text)]
        start += len(text) + 1


def _joined(lines: Sequence[Line], part: Part) -> Block:
    text, spots = lines[0].text, list(lines[0].spots)
    for line in lines[1:]:
        if line.after_blank(text):
            text += " "
            spots.append(spots[-1])
        text += line.text
        spots += line.spots
    return Block(text, spots, part)


def _cells(passages: Sequence[tuple[int, Passage]]) -> Iterator[Block]:
    label = ""
    for index, (number, passage) in enumerate(passages):
        folded = fold(passage.raw.replace("\n", " "))
        if folded.text.strip():
            spots = [(number, at) for at in folded.at]
            yield Block(folded.text, spots, passage.part, passage.place, passage.number, label)
        if index == 0 and Line.width_of(folded.text) <= _LONGEST_LABEL and not re.search("[。.;:]", folded.text):
            label = folded.text
