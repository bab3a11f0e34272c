"""Puts together the cells of a table and its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .segment import Segment

_CLOSE = 1.2
"""Heights of a character: lines of one cell that are drawn one after the other stand no further apart."""
_CLOSER = 0.5
"""The same for lines between which other cells are drawn."""
_WIDER = 0.4
"""Heights of a character by which rows then stand further apart than lines of a cell."""
_EACH = 2
"""Gaps of either kind at least, to tell them apart."""


@dataclass
class Cell:
    """What stands in one cell, or in one column of text."""

    segments: list[Segment]

    @property
    def top(self) -> float:
        """The upper edge of its first line."""
        return self.segments[0].top

    @property
    def middle(self) -> float:
        """The middle of its first line."""
        return (self.top + self.segments[0].bottom) / 2

    @property
    def bottom(self) -> float:
        """The lower edge of its last line."""
        return self.segments[-1].bottom

    @property
    def text(self) -> str:
        """Its lines."""
        return "\n".join(segment.text for segment in self.segments)


def rows(columns: Sequence[Sequence[Segment]]) -> Iterator[list[Cell]]:
    """Yield the cells of each row, from left to right."""
    close = min(_closest(column) for column in columns)
    begun = _begun(columns)
    found = [(cell, at) for at, column in enumerate(columns) for cell in _cells(column, close, begun)]
    found.sort(key=lambda one: -one[0].top)
    row: list[tuple[Cell, int]] = []
    for cell, at in found:
        if row and cell.middle < min(other.bottom for other, _ in row):
            yield _ordered(row)
            row = []
        row.append((cell, at))
    if row:
        yield _ordered(row)


def _begun(columns: Sequence[Sequence[Segment]]) -> set[int]:
    """Return the indices of segments beside which the next that is drawn stands: there begins a row, cell by cell."""
    drawn = sorted((segment for column in columns for segment in column), key=lambda one: one.index)
    return {one.index for one, other in pairwise(drawn) if one.beside(other)}


def _ordered(row: list[tuple[Cell, int]]) -> list[Cell]:
    return [cell for cell, _ in sorted(row, key=lambda one: (one[1], -one[0].top))]


def _gaps(column: Sequence[Segment]) -> list[float]:
    return [(above.bottom - below.top) / below.height for above, below in pairwise(column)]


def _closest(column: Sequence[Segment]) -> float:
    """Return the gap up to which lines stand in one cell, where cells are told apart by wider ones; else none do."""
    gaps = sorted(_gaps(column))
    if len(gaps) < 2 * _EACH or gaps[-_EACH] - gaps[_EACH - 1] < _WIDER:
        return -1.0
    return min(_CLOSER, (gaps[0] + gaps[-1]) / 2)


def _cells(column: Sequence[Segment], close: float, begun: set[int]) -> list[Cell]:
    """Join lines that were drawn one after the other, or that stand closer than rows do."""
    cells: list[Cell] = []
    for segment, gap in zip(column, [float("inf"), *_gaps(column)], strict=False):
        together = segment.index not in begun and cells and cells[-1].segments[-1].index + 1 == segment.index
        if cells and (gap < _CLOSE if together else gap < close):
            cells[-1].segments.append(segment)
        else:
            cells.append(Cell([segment]))
    return cells
