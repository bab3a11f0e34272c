"""Goes through paragraphs and tables in the order in which they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...text import Part
from ..content import Content
from . import names
from .inline import Inline, Reader, chosen
from .numbering import Numbering
from .package import Package
from .styles import Styles

_TRANSPARENT = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}
_ELSEWHERE = {"altChunk", "subDoc"}
_CELL = 300
"""Characters: a longer cell is a column of text, whose paragraphs are read one by one."""


@dataclass(frozen=True)
class _Line:
    """A paragraph that is read, with its number."""

    index: int
    inline: Inline
    number: str


class Blocks:
    """Puts passages into the content."""

    def __init__(self, package: Package, content: Content) -> None:
        styles = Styles(package.related("styles"))
        self._content = content
        self._reader = Reader(styles)
        self._numbering = Numbering(package.related("numbering"), styles)
        self._notes = {
            (kind, names.value(note, "id")): note for kind in ("footnotes", "endnotes") for note in _all(package, kind)
        }
        self._counts: Counter[str] = Counter()
        self._carried = Inline()
        """What stands before the end of a paragraph that was taken out: it goes on in the next."""

    def take(self, container: Element, part: Part, place: str) -> None:
        """Take a part of the document; without a place each paragraph is known by its number in the part."""
        self._counts.clear()
        self._take(container, part, place)

    def _take(self, container: Element, part: Part, place: str) -> None:
        for block in _blocks(container, {"p", "tbl", *_ELSEWHERE}):
            name = names.of(block)
            if name == "tbl":
                self._table(block, part, place)
            elif name == "p":
                self._emit(self._lines([block]), part, place)
            else:
                self._miss("embedded file")

    def _table(self, table: Element, part: Part, place: str) -> None:
        number = self._next("table")
        rows = (row for row in _blocks(table, {"tr"}) if names.child(row, "trPr", "del") is None)
        for at, row in enumerate(rows, 1):
            for cell in _blocks(row, {"tc"}):
                if names.child(cell, "tcPr", "cellDel") is None:
                    # A table in a header or a footnote is no table of the contract.
                    self._cell(cell, *((part, place) if place else ("table", f"table {number}, row {at}")))

    def _cell(self, cell: Element, part: Part, place: str) -> None:
        lines = self._lines(list(_blocks(cell, {"p"})))
        texts = [line.inline.text for line in lines]
        if len(lines) < 2 or sum(map(len, texts)) > _CELL:
            self._emit(lines, part, place)
        else:
            self._content.add("\n".join(texts), part, place, lines[0].number)
            self._emit_attached(lines)
        for nested in _blocks(cell, {"tbl"}):
            self._table(nested, part, "" if part == "table" else place)

    def _lines(self, paragraphs: Sequence[Element]) -> list[_Line]:
        return [line for line in map(self._line, paragraphs) if line is not None]

    def _line(self, paragraph: Element) -> _Line | None:
        index = self._counts["paragraph"] = self._counts["paragraph"] + 1
        found = self._carried.followed_by(self._reader.read(paragraph))
        properties = names.child(paragraph, "pPr")
        ended = names.child(properties, "rPr", "del") is None and names.child(properties, "rPr", "moveFrom") is None
        self._carried = Inline() if ended else found
        return _Line(index, found, self._numbering.next(properties)) if ended else None

    def _emit(self, lines: Sequence[_Line], part: Part, place: str) -> None:
        for line in lines:
            self._content.add(line.inline.text, part, place or f"paragraph {line.index}", line.number)
            self._emit_attached([line])

    def _emit_attached(self, lines: Sequence[_Line]) -> None:
        """Take notes and text boxes where they are referred to; they belong to what is said there."""
        for line in lines:
            for kind, id in line.inline.notes:
                note = self._notes.pop((kind, id), None)
                if note is not None:
                    before = self._counts["paragraph"]
                    self._take(note, "footnote", f"{kind[:-1]} {self._next(kind)}")
                    self._counts["paragraph"] = before
            for box in line.inline.boxes:
                self._take(box, "text_box", f"text box {self._next('box')}")
            for what in line.inline.unread:
                self._miss(what)

    def _miss(self, what: str) -> None:
        self._content.unread.append(f"{what} {self._next(what)}")

    def _next(self, name: str) -> int:
        self._counts[name] += 1
        return self._counts[name]


def _all(package: Package, kind: str) -> Sequence[Element]:
    part = package.related(kind)
    return list(part) if part is not None else ()


def _blocks(container: Element, wanted: set[str]) -> Iterator[Element]:
    """Yield the wanted elements of a container, also those within wrappers; what was taken out is not among them."""
    for child in container:
        name = names.of(child)
        if name in wanted:
            yield child
        elif name in _TRANSPARENT:
            yield from _blocks(child, wanted)
        elif name == "AlternateContent":
            yield from _blocks(chosen(child), wanted)
