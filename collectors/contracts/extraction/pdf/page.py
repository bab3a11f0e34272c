"""One page: its lines, and whether it shows more than its text says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .segment import Character, Segment, segments

_PRIVATE = range(0xE000, 0xF900)
"""Where fonts without a map of their characters put them."""
_FEW = 100
"""Characters: a page with fewer may be a scan that a stamp or a page number was put on."""
_COVERED = 0.4
"""Share of a page that a picture covers which may hold its text."""
_DRAWN = 200
"""Lines of a drawing: letters turned into outlines take many."""
_GARBLED = 0.2
_SPACE = 0.3
"""Heights of a character: no gap between two columns is so narrow."""


@dataclass
class Line:
    """What stands side by side, from left to right."""

    segments: list[Segment]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(segment.right for segment in self.segments)

    @property
    def top(self) -> float:
        """The upper edge of its first segment."""
        return self.segments[0].top

    @property
    def bottom(self) -> float:
        """The lower edge of its first segment."""
        return self.segments[0].bottom

    @property
    def height(self) -> float:
        """The height of its characters."""
        return self.segments[0].height

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(segment.text for segment in self.segments)


class Page:
    """A page as it is shown."""

    def __init__(
        self,
        number: int,
        width: float,
        height: float,
        characters: Sequence[Character],
        covered: float,
        paths: int,
        added: Sequence[str] = (),
    ) -> None:
        self.number, self.width, self.height = number, width, height
        self.added = added
        """Texts that were put on the page."""
        self.lines = list(_lines(segments(characters)))
        self._seen = [one.text for one in characters if not one.text.isspace()]
        self._covered, self._paths = covered, paths

    def unread(self, margins: int) -> bool:
        """Say whether it shows text that cannot be read; so many of its characters stand in its margins."""
        if sum(text == "\ufffd" or ord(text[0]) in _PRIVATE for text in self._seen) > _GARBLED * len(self._seen):
            return True
        if not self._seen:
            return self._covered > 0 or self._paths > 0
        return len(self._seen) - margins < _FEW and (self._covered >= _COVERED or self._paths > _DRAWN)


def _lines(found: Sequence[Segment]) -> Iterator[Line]:
    """Yield lines from top to bottom."""
    line: list[Segment] = []
    for segment in sorted(found, key=lambda one: -(one.top + one.bottom)):
        if line and not line[0].beside(segment):
            yield _joined(line)
            line = []
        line.append(segment)
    if line:
        yield _joined(line)


def _joined(beside: list[Segment]) -> Line:
    """Put segments of a line in order; what was drawn in another order may yet stand together."""
    beside.sort(key=lambda one: one.left)
    joined = beside[:1]
    for one in beside[1:]:
        if joined[-1].touches(one, _SPACE):
            joined[-1].append(one, " ")
        else:
            joined.append(one)
    return Line(joined)
