"""Joins the lines of one column to paragraphs."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .page import Line
from .piece import Piece, ends, labelled

_SPACED = 1.3
"""A distance between lines that is so many times the usual one parts paragraphs."""
_FULL = 0.85
"""Share of the width of a column that a full line takes at least."""
_INDENT = 1.2
_LATIN, _CHINESE = 0.5, 4.0
"""Heights of a character that may stay free at the end of a full line: Chinese moves marks and letters as one."""


def paragraphs(lines: Sequence[Line], page: int) -> Iterator[Piece]:
    """Yield the paragraphs."""
    column = _Column(lines)
    begun: list[Line] = []
    for line in lines:
        if begun and column.parts(begun, line):
            yield column.piece(begun, page)
            begun = []
        begun.append(line)
    if begun:
        yield column.piece(begun, page)


def _right(lines: Sequence[Line]) -> float:
    """Return how far lines reach to the right; a wide title, which others do not come near, says nothing."""
    far = sorted((line.right for line in lines), reverse=True)
    near = 2 * min(line.height for line in lines)
    return next((one for one, third in zip(far, far[2:], strict=False) if one - third < near), far[0])


class _Column:
    def __init__(self, lines: Sequence[Line]) -> None:
        self.first = lines[0]
        self.left = min(line.left for line in lines)
        self.right = _right(lines)
        steps = [above.bottom - below.bottom for above, below in pairwise(lines)]
        self.step = statistics.median_low(steps) if steps else 0.0

    def parts(self, begun: Sequence[Line], line: Line) -> bool:
        """Say whether a line begins a new paragraph."""
        above = begun[-1]
        step = above.bottom - line.bottom
        if step > _SPACED * max(self.step, line.height) or abs(above.height - line.height) > line.height / 5:
            return True
        if labelled(line.text) and (ends(above.text) or self._short(above, line)):
            return True
        indented = line.left - self.left > _INDENT * line.height and above.left - self.left < line.height / 2
        return self._short(above, line) or (indented and len(begun) > 1)

    def piece(self, lines: Sequence[Line], page: int) -> Piece:
        """Make one of the lines of a paragraph."""
        last = lines[-1]
        return Piece(
            "\n".join(line.text for line in lines),
            "body",
            page,
            page,
            height=last.height,
            top=lines[0] is self.first,
            full=last.right - self.left >= _FULL * (self.right - self.left),
        )

    def _short(self, above: Line, line: Line) -> bool:
        """Say whether the first word of a line would have had room at the end of the one above."""
        first = line.segments[0]
        word = first.text.split()[0]
        wide = (first.right - first.left) * len(word) / len(first.text)
        free = _LATIN if word.isascii() else _CHINESE
        needed = wide if word.isascii() else line.height
        return self.right - above.right > needed + free * line.height
