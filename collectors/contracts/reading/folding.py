"""Text folded to one way of writing, each character with its place in the text as it stands in the file."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from .radicals import CHARACTERS

_MARKS = str.maketrans(
    {
        **dict.fromkeys("„«「『〝", "“"),
        **dict.fromkeys("‟»」』〞", "”"),
        **dict.fromkeys("‘’‚‛`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "〇": "零",
        "〔": "(",
        "〕": ")",
        "【": "(",
        "】": ")",
    }
)
CJK = "[\u3400-\u9fff\uf900-\ufaff]"
"""A Chinese character, for patterns."""
_CLOSE = re.compile(rf"(?<={CJK}) (?={CJK} {CJK}(?: |$))|(?<={CJK} {CJK}) (?={CJK}(?: |[^\w]|$))")
# A hyphen that a program put at the end of a line: PDFium writes U+FFFE for it.
_HYPHENS = {"\ufffe", "\u00ad"}


@dataclass(frozen=True)
class Folded:
    """Folded text; `at[i]` is where its i-th character stands in the raw text."""

    text: str
    at: Sequence[int]


def fold(raw: str) -> Folded:
    """Fold widths, radicals, quotation marks, dashes and blanks; lines stay lines."""
    return _squeezed([(char, index) for index, given in enumerate(raw) for char in _characters(given)])


def plain(raw: str) -> str:
    """Return the folded text alone."""
    return fold(raw).text


@functools.lru_cache(maxsize=1 << 14)
def _characters(given: str) -> str:
    if given in "\n\t\r\v\f":
        return "\n" if given in "\n\v\f" else " "
    if given in _HYPHENS or unicodedata.category(given) in {"Cc", "Cf", "Cn", "Co", "Cs"}:
        return ""
    return unicodedata.normalize("NFKC", given.translate(CHARACTERS)).translate(_MARKS)


def _squeezed(chars: list[tuple[str, int]]) -> Folded:
    """Make each run of blanks one, and drop those that only space characters of a word out."""
    kept: list[tuple[str, int]] = []
    for char, index in chars:
        if char == "\n":
            while kept and kept[-1][0] == " ":
                kept.pop()
        elif char.isspace():
            if not kept or kept[-1][0] in " \n":
                continue
            char = " "
        kept.append((char, index))
    text = "".join(char for char, _ in kept)
    spaced = {match.start() for match in _CLOSE.finditer(text)}
    rest = [pair for index, pair in enumerate(kept) if index not in spaced]
    return Folded("".join(char for char, _ in rest), [index for _, index in rest])
