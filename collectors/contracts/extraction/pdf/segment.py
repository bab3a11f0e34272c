"""Runs of characters on one line of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_APART = 0.8
"""Heights of a character: a wider gap on a line parts columns or cells."""
_TAB = 5.0
"""Heights of a character: the widest gap between a number and the paragraph that it stands before."""
_LABEL = re.compile(
    r"""\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)]?\)?
        |[（(]?[〇零一二三四五六七八九十百]{1,4}[）)、.]?|[（(][0-9]{1,3}[）)]|第\S{1,5}[条章节款]
        |[\u2022\u00b7\u25aa\u25cf\u25cb\u25a0\uf0b7\u2013\u2014-]""",
    re.VERBOSE,
)


Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""


@dataclass(frozen=True)
class Character:
    """One character with its box, from the lower left corner of the page, in points."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def turned(box: Box, rotation: int, width: float, height: float) -> Box:
    """Return a box as it lies on a page that is shown turned clockwise, of this width and height when shown."""
    left, bottom, right, top = box
    match rotation:
        case 90:
            return bottom, height - right, top, height - left
        case 180:
            return width - right, height - top, width - left, height - bottom
        case 270:
            return width - top, left, width - bottom, right
    return box


@dataclass
class Segment:
    """Characters that stand together."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    index: int
    """Its place in the order in which the page draws its text."""

    @property
    def height(self) -> float:
        """The height of its largest character."""
        return self.top - self.bottom

    @property
    def labels(self) -> bool:
        """Whether it is no more than the number or the mark before a paragraph."""
        return _LABEL.fullmatch(self.text.strip()) is not None

    def beside(self, other: Segment | Character) -> bool:
        """Say whether both stand on one line."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > min(self.height, other.top - other.bottom) / 2

    def touches(self, other: Segment | Character, apart: float = _APART) -> bool:
        """Say whether what stands on the same line goes on from here."""
        return -self.height < other.left - self.right < apart * self.height

    def append(self, other: Segment | Character, between: str = "") -> None:
        """Take on what follows."""
        self.text += between + other.text
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)
        self.bottom, self.top = min(self.bottom, other.bottom), max(self.top, other.top)


def segments(characters: Iterable[Character]) -> list[Segment]:
    """Join characters, in the order in which they are drawn, to what stands together."""
    found: list[Segment] = []
    space = ""
    for one in characters:
        if one.text.isspace():
            space = " " if one.text in "\r\n" else one.text
            continue
        if found and found[-1].beside(one) and found[-1].touches(one):
            found[-1].append(one, space)
        else:
            found.append(Segment(one.text, one.left, one.bottom, one.right, one.top, 0))
        space = ""
    joined = list(_labelled(found))
    for index, segment in enumerate(joined):
        segment.index = index
    return joined


def _labelled(found: Iterable[Segment]) -> Iterator[Segment]:
    """Join a number to the paragraph that stands after it, however far the tab reaches."""
    label: Segment | None = None
    for one in found:
        if label is not None and label.beside(one) and 0 <= one.left - label.right < _TAB * label.height:
            label.append(one, " ")
            label = None
        else:
            label = one if one.labels else None
            yield one
