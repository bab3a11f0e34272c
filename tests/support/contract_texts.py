"""Documents made of lines of text: a paragraph each, or a row of a table as `[table 1, row 2] cell | cell`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from collectors.contracts.text import Document, Part, Passage

_ELSEWHERE = re.compile(r"\[(?P<place>(?P<part>table|footnote|header|footer)[^\]]*)\] (?P<text>.*)")


def document(lines: Iterable[str]) -> Document:
    """Return a document of these lines."""
    given = list(lines)
    sha256 = hashlib.sha256("\n".join(given).encode()).hexdigest()
    return Document(sha256, [passage for number, line in enumerate(given, 1) for passage in _passages(line, number)])


def read(path: Path) -> Document:
    """Return the document that a file of lines describes."""
    return document(line for line in path.read_text("utf-8").splitlines() if line.strip())


def _passages(line: str, number: int) -> Iterator[Passage]:
    match = _ELSEWHERE.fullmatch(line)
    if match is None:
        yield Passage(line, "body", f"paragraph {number}")
        return
    part: Part = match["part"]  # type: ignore[assignment]  # one of the four words above
    for cell in match["text"].split(" | ") if part == "table" else [match["text"]]:
        yield Passage(cell, part, match["place"])
