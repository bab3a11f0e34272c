"""Folding: two spellings that differ in width, case or blanks alone are one."""

from __future__ import annotations

import re
import unicodedata

_NO_WORD = re.compile(r"[\W_]+")
_GAP = re.compile(r"[\s_-]+")


def width(text: str) -> str:
    """Return the text with full-width digits, letters and signs as plain ones, and no blanks around it."""
    return unicodedata.normalize("NFKC", text).strip()


def shown(text: str) -> str:
    """Return a title as a note may repeat it: one short line of printable characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:80]


def title(text: str) -> str:
    """Fold the title of a column or sheet: letters and digits alone count."""
    return _NO_WORD.sub("", width(text).casefold())


def word(text: str) -> str:
    """Fold a value: blanks, hyphens and underscores are the same, all else counts."""
    return _GAP.sub("_", width(text).casefold())
