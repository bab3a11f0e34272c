"""Markdown in which nothing that a source sent is markup: names are code, in which no mention and no link works."""

from __future__ import annotations

import re

from assay.run import Finding
from assay.text import one_line, sanitize

from . import evidence
from .view import View

_TICKS = re.compile("`+")
# Words in which no dialect of Markdown sees a link, a mention, an emoji or a commit.
_WORDS = re.compile(
    r"(?!.*(?:://|www\.|GH-\d|:[\w+-]+:|\b[0-9a-f]{7,40}\b))[^\W_][\w ,.;:%()'\"/=→–—、，。；：（）“”*+!?&\[\]-]*",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[_*\[\]&!]")
FACTS = 3
"""Facts of a finding that are shown."""


def code(text: str) -> str:
    """Return a name as a code span that ends where the name ends, whatever it holds."""
    shown = one_line(text)
    fence = "`" * (1 + max((len(run) for run in _TICKS.findall(shown)), default=0))
    room = " " if shown[:1] in ("`", " ", "") or shown[-1:] in ("`", " ") else ""
    return f"{fence}{room}{shown or ' '}{room}{fence}"


def prose(text: str) -> str:
    """Return a sentence of plain words as it is to be read, any other as code."""
    shown = one_line(text)
    return _MARKS.sub(r"\\\g<0>", shown) if _WORDS.fullmatch(shown) else code(shown)


def why(view: View, finding: Finding) -> str:
    """Say why a finding has its verdict, and the first facts that decided."""
    rows = evidence.rows(finding["evidence"][:FACTS], view.say)
    facts = (code(evidence.sentence(row, view.say)) for row in rows)
    return " · ".join([prose(view.words(finding["reason"])), *facts])


def fenced(text: str) -> str:
    """Return a block of code that ends where the text ends."""
    shown = sanitize(text)
    fence = "`" * max(3, 1 + max((len(run) for run in _TICKS.findall(shown)), default=0))
    return f"{fence}\n{shown}\n{fence}"
