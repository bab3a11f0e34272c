"""Where a name ends in the text that introduces it."""

from __future__ import annotations

import re

from ..terms import days
from ..words import Words

_SAY = Words("sides")
_CHINESE_COMPANY = re.compile(rf"[\u4e00-\u9fff][^,;:。(]{{1,40}}{_SAY('company_ends').pattern}")
_PART = r"(?:of the (?:one|first|other|second) part,? )?"
_LEAD = re.compile(
    r"^ ?(?:(?:we|you)(?:'re| are)|to|dear|from) (?=[A-Z\u4e00-\u9fff])"
    rf"|^.*?(?:\b(?:by and )?between\b|由|的是)[: ]*|^(?:,? ?{_PART}\band\b|[与和及,、;])[: ]*"
    r"|^\(\d\) ?|^.{0,30}?: ?",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 80


def is_company(name: str) -> bool:
    """Say whether a name is that of a company, not of a person."""
    return _SAY("company").search(name) is not None


def led(text: str) -> str:
    """Return a text without what leads to the name in it."""
    rest = _LEAD.sub("", text, count=1)
    return _LEAD.sub("", rest, count=1) if rest.startswith("(") else rest


def cut(text: str) -> str:
    """Return the name at the beginning of a text; nothing where a sentence stands there."""
    if company := _CHINESE_COMPANY.match(text):
        return company[0]
    end = _SAY("name_ends").search(text[1:])
    name = text[: end.start() + 1 if end else None].strip(" .,，:")
    name += "." if text[len(name) : len(name) + 1] == "." and not text[len(name) :].startswith("。") else ""
    fit = 2 <= len(name) <= _LONGEST and not re.search("[。_]", name) and not days.named(name)
    return name if fit else ""
