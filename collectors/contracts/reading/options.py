"""Forms: of the options of a sentence only those that are ticked are agreed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from .sentences import Sentence

_TICKED, _EMPTY = r"[☐□]?[☑☒✓✔√■]|\[[xX√]\]", r"[☐□]|\[ ?\]"
_MARK = re.compile(rf"(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY})")


def chosen(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Return the sentences with blanks in place of the options that nobody ticked."""
    return [replace(item, text=_chosen(item.text)) for item in sentences]


def _chosen(text: str) -> str:
    """Blank each option that is empty; where none is ticked the form may be marked in a way that text does not show."""
    marks = list(_MARK.finditer(text))
    if not any(mark["ticked"] for mark in marks) or not any(mark["empty"] for mark in marks):
        return text
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=True):
        stop = end if mark["empty"] else mark.end()
        text = text[: mark.start()] + " " * (stop - mark.start()) + text[stop:]
    return text
