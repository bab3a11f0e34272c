"""What a cell says as text, and which word of its field that is."""

from __future__ import annotations

import re
from datetime import date

from . import fold
from .fields import Field

MAX_TEXT = 10_000

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_EXACT = 10**15
"""From here on a spreadsheet no longer keeps every digit of a number."""


class BadCell(Exception):
    """A cell that cannot be read as its field; never says its value, which may be a secret."""


def read(cell: object) -> str:
    """Return what a cell of any sort says as text; raises `BadCell` where that is not certain."""
    match cell:
        case bool():
            raise BadCell("is true or false; write the text")
        case str():
            return _checked(cell.strip())
        case int():
            return str(cell)
        case float() if abs(cell) < _EXACT:
            return repr(cell)
        case float():
            raise BadCell("is a number too long for a spreadsheet, which lost digits; write it as text")
        case date():
            raise BadCell("is a date; format the column as text")
    raise BadCell("is not one single value")


def word(field: Field, text: str, what: str) -> str:
    """Return the value that a word stands for; raises `BadCell` with the words that the field takes."""
    found = field.words.get(fold.word(text))
    if found is None:
        known = ", ".join(field.choices[:12]) + (", ..." if len(field.choices) > 12 else "")
        raise BadCell(what + (f" ({known})" if known else ""))
    return found


def _checked(text: str) -> str:
    if _CONTROL.search(text):
        raise BadCell("holds control characters")
    if len(text) > MAX_TEXT:
        raise BadCell(f"is longer than {MAX_TEXT:,} characters")
    return text
