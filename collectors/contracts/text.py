"""The text of a contract document, in the order in which it is read, with where each passage stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Part = Literal["body", "table", "header", "footer", "footnote", "text_box"]


@dataclass(frozen=True)
class Passage:
    """A paragraph or a table cell; a cell that holds a column of text gives its paragraphs one by one."""

    raw: str
    """The text as it stands in the file; tracked insertions are in it, tracked deletions are not.

    The end of a line of a PDF, a line break and the end of a paragraph of a cell are `\\n`. Passages of a
    PDF are whole paragraphs, also where they reach over a page; a hyphen before `\\n` may only part a word.
    """
    part: Part
    place: str
    """Where a person finds it: `page 3`, `pages 3 to 4`, `paragraph 17`, `table 2, row 4`, `footnote 1`, `header`.

    Cells of one row of a table have the same place and follow each other: `table 2, row 4`, `page 3, row 4`.
    """
    number: str = ""
    """The number that the program shows before a paragraph of an automatic list (`7.2`); it is not in `raw`."""


@dataclass(frozen=True)
class Document:
    """A document as text."""

    sha256: str
    passages: Sequence[Passage]
    pages: int | None = None
    unread: Sequence[str] = ()
    """Places that hold something whose text could not be read, such as a scanned page: `page 3`, `picture 1`.

    Where there are any, that a clause was not found is no fact.
    """


@dataclass(frozen=True)
class Unreadable:
    """A document of which nothing can be said."""

    sha256: str
    """Empty where the file could not be read at all, or is too large to be."""
    reason: str
    """One of `assay.collector.REASONS`: no_text, locked, corrupt, limit, timeout, unsupported, denied,
    not_in_source."""
    told: str
    """One line for the user."""
