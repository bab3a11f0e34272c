"""Words that a contract defines for its parties: `NAME (the "WORD")`, `NAME(以下简称“WORD”)`, `NAME(WORD)`."""

from __future__ import annotations

import re

from ..words import Words
from .roles import ROLES, VAGUE

_NAMED_AS = Words("sides")("named_as").pattern
_ROLES = "|".join(map(re.escape, sorted({*ROLES} - VAGUE, key=len, reverse=True)))
_QUOTES = "\"“'", "\"”'"
_AFTER = r"[, ]*(?:hereinafter|hereafter|以下简?称|下文?称|简称|文中称)[^,.;()\"“]{0,24}"
DEFINED = re.compile(
    rf"\({_NAMED_AS}*[:,]?[{_QUOTES[0]}](?:the )?(?P<word>[^\"”'()]{{1,40}})[{_QUOTES[1]}](?P<more>[^()]{{0,60}})\)"
    rf"|\({_NAMED_AS}+[:,]?(?P<bare>[^\"“”()]{{2,24}})\)"
    rf"|(?<=[\u4e00-\u9fff.]){_AFTER}[\"“](?:the )?(?P<after>[^\"”()]{{1,40}})[\"”]"
    rf"|\((?P<role>{_ROLES})\)(?=,|$)"
    r"|(?<=司)\((?P<plain>[\u4e00-\u9fff]{2,6})\)",
    re.IGNORECASE,
)
"""A definition; `plain` is a word in brackets that nothing marks as one."""
_ALSO = re.compile(rf"[{_QUOTES[0]}](?:the )?([^\"”'()]{{1,40}})[{_QUOTES[1]}]", re.IGNORECASE)


def words(match: re.Match[str]) -> list[str]:
    """Return the words that a definition gives: `(the "Supplier", "we" or "us")`."""
    given = next(match[name] for name in ("word", "bare", "after", "role", "plain") if match[name])
    return [given.strip(), *_ALSO.findall(match["more"] or "")]


def all_words(text: str) -> list[str]:
    """Return the words of all definitions in a text."""
    return [word for match in DEFINED.finditer(text) for word in words(match)]
