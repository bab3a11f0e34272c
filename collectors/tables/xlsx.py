"""Finds in an XLSX file the sheets and the cells that calamine would give as empty."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping

from assay.sandbox import SandboxFailed

from .marks import FORMULA, FROM_1904, Marks, Place, Reader
from .table import ERROR

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_BOOK = "xl/workbook.xml"


def marks(archive: zipfile.ZipFile) -> dict[str, Marks]:
    """Return the marks of each sheet by its name; raises `SandboxFailed`, `KeyError` for a missing part."""
    book, targets = _Book(), _Relations()
    with archive.open(_BOOK) as part:
        book.read(part)
    with archive.open("xl/_rels/workbook.xml.rels") as part:
        targets.read(part)
    found = {}
    for name, relation in book.sheets.items():
        sheet = _Sheet()
        with archive.open(_path(targets.paths[relation])) as part:
            sheet.read(part)
        found[name] = sheet.marks
    return found


def _path(target: str) -> str:
    """Return the part that a relation of the workbook points to."""
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _place(reference: str) -> Place | None:
    """Return the place that `B5` names."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


class _Book(Reader):
    def __init__(self) -> None:
        self.sheets: dict[str, str] = {}

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "workbookPr" and attributes.get("date1904", "0") in {"1", "true"}:
            raise SandboxFailed("unsupported", FROM_1904)
        if name == "sheet":
            self.sheets[attributes["name"]] = attributes["id"]


class _Relations(Reader):
    def __init__(self) -> None:
        self.paths: dict[str, str] = {}

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship":
            self.paths[attributes["Id"]] = attributes["Target"]


class _Sheet(Reader):
    """Follows rows and cells; either may leave out its place and then stands after the one before."""

    def __init__(self) -> None:
        self.marks = Marks()
        self.place: Place = (-1, -1)
        self.type = ""
        self.formula = self.value = self.filled = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "row":
                row = int(attributes["r"]) - 1 if "r" in attributes else self.place[0] + 1
                self.place = (row, -1)
            case "c":
                self.place = _place(attributes.get("r", "")) or (self.place[0], self.place[1] + 1)
                self.type = attributes.get("t", "n")
                self.formula = self.value = self.filled = False
            case "f":
                self.formula = True
            case "v" | "is":
                self.value = True
            case "mergeCell":
                self._merge(attributes["ref"])

    def text(self, data: str) -> None:
        self.filled = self.filled or (self.value and data != "")

    def end(self, name: str) -> None:
        if name in {"v", "is"}:
            self.value = False
        if name != "c" or not (self.formula or self.filled):
            return
        self.marks.hold(*self.place)
        if self.type == "e":
            self.marks.unreadable[self.place] = ERROR
        elif not self.filled and self.type != "str":
            # A formula whose stored value is the empty text says so by its type.
            self.marks.unreadable[self.place] = FORMULA

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        top, bottom = _place(first), _place(last or first)
        if top and bottom:
            self.marks.merged.append((top, bottom))
