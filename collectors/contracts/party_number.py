"""The employee number that an agreement gives of the person whom it binds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from .text import Passage

_NUMBER = re.compile(
    r"(?:工号|员工编号|职工编号|人员编号|(?:employee|staff|personnel) ?(?:number|no\b\.?|id\b))"
    r"[\s:]{0,4}(?P<number>[A-Za-z]{0,5}[-_]?[0-9][0-9A-Za-z_-]{0,15})\b",
    re.IGNORECASE,
)


def party_number(passages: Iterable[Passage]) -> str | None:
    """Return the only employee number in a text; of several nobody knows whose is whose."""
    # A label and its number may stand in two cells, which follow each other.
    text = unicodedata.normalize("NFKC", "\n".join(passage.raw for passage in passages))
    numbers = {match["number"] for match in _NUMBER.finditer(text)}
    return numbers.pop() if len(numbers) == 1 else None
