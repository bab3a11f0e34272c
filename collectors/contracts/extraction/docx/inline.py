"""The text of one paragraph, and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from . import names, pictures
from .styles import Styles

_OUT = {"del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt"}
"""What was taken out by a tracked change, properties, and the small reading aids over Chinese characters."""
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_BOXES = {"f052": "☑", "f0fe": "☑", "f053": "☒", "f0fd": "☒", "f0a8": "☐", "f06f": "☐", "f071": "☐"}
"""Boxes to tick, in the fonts Wingdings and Wingdings 2."""
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


@dataclass
class Inline:
    """What stands in a paragraph."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind and id of each footnote and endnote."""
    unread: list[str] = field(default_factory=list)
    """`picture` or `object`, for each that may hold text."""

    def followed_by(self, other: Inline) -> Inline:
        """Return both as one."""
        return Inline(
            self.text + other.text, self.boxes + other.boxes, self.notes + other.notes, self.unread + other.unread
        )


class Reader:
    """Reads paragraphs one after the other; a field may reach over several."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []
        """For each field that is open, whether its result has begun; its code is not read."""

    def read(self, paragraph: Element) -> Inline:
        """Return the content of a `w:p`."""
        found = Inline()
        style = names.value(names.child(paragraph, "pPr", "pStyle"))
        self._walk(paragraph, found, style, shown=True)
        # A code that never ends would swallow the rest of the document.
        self._fields = [begun for begun in self._fields if begun]
        return found

    def _walk(self, element: Element, found: Inline, style: str, shown: bool) -> None:
        for child in element:
            name = names.of(child)
            if name == "r":
                properties = names.child(child, "rPr")
                own = names.value(names.child(properties, "rStyle"))
                self._walk(child, found, style, not self._styles.hidden(properties, own, style))
            elif name == "txbxContent":
                found.boxes.append(child)
            elif name == "AlternateContent":
                self._walk(chosen(child), found, style, shown)
            elif name == "fldChar":
                self._field(names.value(child, "fldCharType"))
            elif name not in _OUT:
                if shown and all(self._fields):
                    self._take(child, name, found)
                self._walk(child, found, style, shown)

    def _take(self, element: Element, name: str, found: Inline) -> None:
        if name == "t":
            found.text += element.text or ""
        elif name == "sym":
            found.text += _symbol(names.value(element, "char"))
        elif name in _NOTES:
            found.notes.append((_NOTES[name], names.value(element, "id")))
        elif name == "object" or pictures.large(element, name):
            found.unread.append("object" if name == "object" else "picture")
        else:
            found.text += _CHARACTERS.get(name, "")

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def chosen(alternatives: Element) -> Element:
    """Return the one of several spellings of the same content that holds text: the first, or a later one."""
    spellings = [one for one in alternatives if names.of(one) in {"Choice", "Fallback"}]
    holding = (one for one in spellings if any(names.of(part) == "t" for part in one.iter()))
    return next(holding, spellings[0] if spellings else alternatives)


def _symbol(code: str) -> str:
    try:
        return _BOXES.get(code.lower()) or chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
