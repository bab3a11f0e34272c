"""Finds the empty strips that part columns of text and of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .page import Line
from .segment import Segment

_NARROWEST = 6.0
"""Points: a strip that is narrower parts nothing."""

_FEWEST = 2
"""Lines with something on either side of a strip: fewer are a line with a wide gap."""
_GAP = 2.0
"""Heights of a character."""

Strip = tuple[float, float]


@dataclass
class Region:
    """Lines that stand one below the other; with gutters they are cut into columns."""

    lines: list[Line]
    gutters: list[Strip]

    def columns(self) -> list[list[Segment]]:
        """Return what stands in each column, from top to bottom."""
        found: list[list[Segment]] = [[] for _ in range(len(self.gutters) + 1)]
        for line in self.lines:
            for segment in line.segments:
                # A gutter lies before a segment whose middle lies beyond it.
                at = sum(middle > end for middle, end in ((segment.left + segment.right, sum(g)) for g in self.gutters))
                found[at].append(segment)
        return found


def regions(lines: Sequence[Line]) -> Iterator[Region]:
    """Cut a page into plain text and text in columns, from top to bottom."""
    plain: list[Line] = []
    at = 0
    while at < len(lines):
        region = _region(lines, at)
        at += len(region.lines)
        if _rows(region, 0) < _FEWEST:
            at += 1 - len(region.lines)
            plain.append(region.lines[0])
            continue
        begin = _begin(plain, region.gutters)
        if begin:
            yield Region(plain[:begin], [])
        region.lines[:0] = plain[begin:]
        plain = []
        yield from _parts(region)
    if plain:
        yield Region(plain, [])


def _rows(region: Region, begin: int, end: int | None = None) -> int:
    """Count the lines that have something beyond the first gutter."""
    return sum(line.segments[-1].left > region.gutters[0][0] for line in region.lines[begin:end] if region.gutters)


def _begin(plain: Sequence[Line], gutters: Sequence[Strip]) -> int:
    """Return where a region really begins: a column may reach higher than those to its left."""
    begin = len(plain)
    for at in range(len(plain) - 1, -1, -1):
        if any(_free(gutter, plain[at]) != [gutter] for gutter in gutters):
            break
        if plain[at].left > gutters[0][0]:
            begin = at
    return begin


def _parts(region: Region) -> Iterator[Region]:
    """Cut a region where a gap goes through all of its columns, as above the place for signatures."""
    begin = 0
    for at in range(1, len(region.lines)):
        above, below = region.lines[at - 1], region.lines[at]
        apart = above.bottom - below.top > _GAP * below.height
        if apart and min(_rows(region, begin, at), _rows(region, at)) >= _FEWEST:
            yield Region(region.lines[begin:at], region.gutters)
            begin = at
    yield Region(region.lines[begin:], region.gutters)


def _region(lines: Sequence[Line], first: int) -> Region:
    """Return the longest run of lines that leave a strip free which the first of them leaves free."""
    region = Region([lines[first]], _between(lines[first]))
    for line in lines[first + 1 :]:
        left = [piece for gutter in region.gutters for piece in _free(gutter, line)]
        lost = len(left) < len(region.gutters)
        if not left or (lost and len(line.segments) == 1):
            break
        region.gutters = left
        region.lines.append(line)
    return region


def _between(line: Line) -> list[Strip]:
    pairs = pairwise(line.segments)
    return [(one.right, other.left) for one, other in pairs if other.left - one.right >= _NARROWEST]


def _free(gutter: Strip, line: Line) -> list[Strip]:
    """Return what a line leaves of a strip: the widest part."""
    left, right = gutter
    edges = [left]
    for segment in line.segments:
        if segment.right > left and segment.left < right:
            edges += [segment.left, segment.right]
    edges.append(right)
    pieces = [(edges[at], edges[at + 1]) for at in range(0, len(edges), 2)]
    widest = max(pieces, key=lambda piece: piece[1] - piece[0])
    return [widest] if widest[1] - widest[0] >= _NARROWEST else []
