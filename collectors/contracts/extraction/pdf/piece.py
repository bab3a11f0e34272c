"""A passage in the making."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ...text import Part

_ENDS = re.compile(r"[.。;；:：!！?？][\"”’'）)\]】》]*$")
_START = 16
_NUMERALS = "[0-9]{1,3}|[零〇一二三四五六七八九十百]{1,4}"
_LABELLED = re.compile(
    rf"""\s*(?:[0-9]{{1,3}}(?:\.[0-9]{{1,3}})*[.)、]?\s | \((?:{_NUMERALS}|[A-Za-z]|[ivx]{{1,4}})\) | [A-Za-z][.)]\s
    | (?:{_NUMERALS})[、.．] | 第(?:{_NUMERALS})[条章节款] | [•·▪●○■\uf0b7]
    | (?:Article|Clause|Section|Annex|Schedule)\s)""",
    re.VERBOSE,
)


@dataclass
class Piece:
    """Some lines of a page, or of two."""

    raw: str
    part: Part
    page: int
    last_page: int
    row: int = 0
    height: float = 0.0
    top: bool = False
    """Whether nothing stands above it in its column."""
    full: bool = False
    """Whether its last line reaches to the end of its column."""

    @property
    def place(self) -> str:
        """Where it stands."""
        if self.last_page > self.page:
            return f"pages {self.page} to {self.last_page}"
        return f"page {self.page}, row {self.row}" if self.row else f"page {self.page}"

    def goes_on_in(self, other: Piece) -> bool:
        """Say whether the other, at the top of the next column or page, is the rest of this sentence."""
        if not other.top or {self.part, other.part} != {"body"} or abs(self.height - other.height) > self.height / 5:
            return False
        return not ends(self.raw) and not labelled(other.raw) and (self.full or other.raw[:1].islower())

    def append(self, other: Piece) -> None:
        """Take on the rest."""
        self.raw += "\n" + other.raw
        self.last_page, self.full = other.last_page, other.full


def ends(text: str) -> bool:
    """Say whether a text ends like a sentence."""
    return _ENDS.search(text) is not None


def labelled(text: str) -> bool:
    """Say whether a text begins with the number of a clause."""
    return _LABELLED.match(unicodedata.normalize("NFKC", text[:_START])) is not None
