"""Finds running headers and footers: what stands at the same place of several pages, but for its digits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from .page import Line, Page

_MARGIN = 0.12
"""Share of a page, at its top and at its bottom."""
_DIGITS = re.compile("[0-9]+")
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.|第)?\s*[0-9]+\s*(?:页)?\W*(?:(?:of|/|共)\s*[0-9]+\s*页?)?\W*", re.IGNORECASE)
_STEP = 4
"""Points within which two lines stand at the same place."""

Key = tuple[str, int]


class Furniture:
    """The running headers and footers of a document."""

    def __init__(self, pages: Sequence[Page]) -> None:
        seen = Counter(key for page in pages for key in {_key(line) for line in page.lines if _outer(page, line)})
        self._repeated = {key for key, times in seen.items() if times > 1}

    def holds(self, page: Page, line: Line) -> bool:
        """Say whether a line is part of them."""
        if not _outer(page, line):
            return False
        near = {(text, place + step) for text, place in [_key(line)] for step in (-1, 0, 1)}
        return bool(near & self._repeated) or _PAGE_NUMBER.fullmatch(line.text) is not None

    def characters(self, page: Page) -> int:
        """Return how many characters of a page stand in them."""
        return sum(len("".join(line.text.split())) for line in page.lines if self.holds(page, line))

    def texts(self, pages: Iterable[Page], above: bool) -> list[tuple[str, int]]:
        """Return each header or footer once, with the page on which it first stands."""
        found: dict[str, tuple[str, int]] = {}
        for page in pages:
            for line in page.lines:
                if self.holds(page, line) and (line.bottom > page.height / 2) is above:
                    found.setdefault(_DIGITS.sub("0", line.text), (line.text, page.number))
        return list(found.values())


def _outer(page: Page, line: Line) -> bool:
    return line.bottom > page.height * (1 - _MARGIN) or line.top < page.height * _MARGIN


def _key(line: Line) -> Key:
    return _DIGITS.sub("0", line.text), round(line.bottom / _STEP)
