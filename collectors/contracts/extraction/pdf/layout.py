"""The passages of one page in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .cells import Cell, rows
from .gutters import regions
from .page import Line, Page
from .paragraphs import paragraphs
from .piece import Piece
from .segment import Segment

_LINES = 5
_TALL = 8
"""Lines side by side: cells of a table are not so tall."""
_WIDTH = 12.0
"""Heights of a character: text in narrower columns is that of a table."""
_FULL_LINES, _RAGGED = 0.6, 0.85
"""Share of the lines of running text that take at least this share of the width."""
_CELL = 300
"""Characters: a longer cell is read paragraph by paragraph."""


def pieces(page: Page, lines: Sequence[Line]) -> Iterator[Piece]:
    """Yield paragraphs and cells; columns of running text one after the other, tables row by row."""
    number = 0
    for region in regions(lines):
        columns = region.columns()
        table = list(rows(columns))
        if not region.gutters:
            yield from paragraphs(region.lines, page.number)
        elif _running(columns, table):
            for column in columns:
                yield from paragraphs(_stacked(column), page.number)
        else:
            for row in table:
                number += 1
                yield from (piece for cell in row for piece in _cell(cell, page.number, number))


def _cell(cell: Cell, page: int, row: int) -> Iterator[Piece]:
    if len(cell.text) <= _CELL:
        yield Piece(cell.text, "table", page, page, row)
        return
    for piece in paragraphs(_stacked(cell.segments), page):
        yield replace(piece, part="table", row=row)


def _running(columns: Sequence[Sequence[Segment]], table: Sequence[Sequence[Cell]]) -> bool:
    """Say whether several columns hold running text."""
    tall = any(sum(len(cell.segments) >= _TALL for cell in row) > 1 for row in table)
    return tall or sum(map(_runs, columns)) > 1


def _runs(column: Sequence[Segment]) -> bool:
    """Say whether most lines of a column go to its end."""
    lines = _stacked(column)
    if len(lines) < _LINES:
        return False
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    full = sum(line.right - left >= _RAGGED * (right - left) for line in lines)
    return right - left >= _WIDTH * lines[0].height and full >= _FULL_LINES * len(lines)


def _stacked(column: Sequence[Segment]) -> list[Line]:
    """Return the lines of one column, which may have stood beside those of another."""
    lines: list[Line] = []
    for segment in column:
        if lines and lines[-1].segments[0].beside(segment):
            lines[-1].segments.append(segment)
        else:
            lines.append(Line([segment]))
    return lines
