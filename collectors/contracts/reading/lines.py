"""Lines of a page: which of them belong to one paragraph, and which stand at the edge of every page."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .folding import CJK
from .numbering import begins

_CHINESE = re.compile(CJK)
_SENTENCE_END = re.compile(r"[。.;:!?][\"”]?$")
_CONTINUES = re.compile(r"[a-z]|\([“\"]")
_TITLED = re.compile(r"[^:,。]{1,20}:")
_PAGE = re.compile(r"第? ?\d+ ?页?|- ?\d+ ?-|第 ?\d+ ?页.{0,3}共 ?\d+ ?页|(page )?\d+( ?(of|/) ?\d+)?", re.IGNORECASE)
_FULL, _HALF = 0.93, 0.6
_TOP, _BOTTOM = 2, 3


@dataclass(frozen=True)
class Line:
    """A line of a page."""

    text: str
    spots: Sequence[tuple[int, int]]
    place: str
    index: int
    widest: int
    """How wide lines are where a text fills them."""

    @staticmethod
    def width_of(text: str) -> int:
        """Return how wide a text is, a Chinese character being twice as wide as a letter."""
        return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)

    def after_blank(self, text: str) -> bool:
        """Say whether a blank stands between a text and this line, its continuation."""
        if _CHINESE.match(text[-1]) or _CHINESE.match(self.text[0]):
            return False
        return text[-1] not in '。、,;:("“/' or _CHINESE.search(text) is None

    @property
    def width(self) -> int:
        """Return how wide the line is."""
        return self.width_of(self.text)

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


def wrapped(line: Line, following: Line) -> bool:
    """Say whether a line was broken only because it was full, so that the following one continues it."""
    ended = _SENTENCE_END.search(line.text) is not None
    word = re.match(r"[A-Za-z0-9',.-]+|.", following.text)
    full = line.width + Line.width_of(word[0] if word else "") >= line.widest * _FULL
    if begins(following.text):
        return full and not ended
    if _CONTINUES.match(following.text):
        return True
    titled = _TITLED.match(following.text) is not None
    if titled and _CHINESE.match(following.text):
        return False
    return full or not (ended or titled or line.width < line.widest * _HALF)


def running(lines: Sequence[Line]) -> set[Line]:
    """Return the running titles and page numbers: what stands at the edge of several pages, whatever its number."""
    last = {line.place: line.index for line in lines}
    edge = [line for line in lines if line.index < _TOP or line.index > last[line.place] - _BOTTOM]
    seen = Counter(text for text, _ in {(_shape(line), line.place) for line in edge})
    found = {line for line in edge if _PAGE.fullmatch(line.text.strip())}
    repeated = [line for line in edge if seen[_shape(line)] > max(1, len(last) // 2)]
    # A title that repeats above or below may stand in the body of a page too; only the outermost is no text.
    return found | {line for line in repeated if _outermost(line, found, last)}


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.strip())


def _outermost(line: Line, found: set[Line], last: dict[str, int]) -> bool:
    numbers = sum(other.place == line.place for other in found)
    return line.index <= numbers or line.index >= last[line.place] - numbers
