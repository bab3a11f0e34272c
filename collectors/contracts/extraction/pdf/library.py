"""Opens PDF files by pypdfium2; nothing else here knows of it."""

from __future__ import annotations

import contextlib
import ctypes
import struct
from collections.abc import Iterator
from typing import Any

from assay.sandbox import SandboxFailed

from ..limits import MAX_PAGES
from . import added
from .page import Page
from .segment import Character, turned

_LOCKED = {4, 5}
"""Errors of PDFium: a password, or a way of encryption that it does not know."""
_IMAGE, _PATH, _FORM = 3, 2, 5
_HYPHENS = {0x2, 0xFFFE}
"""How PDFium gives a hyphen at the end of a line."""
_OBJECTS = 5_000
_TAIL = 2048
_BOX = struct.Struct("4f")


@contextlib.contextmanager
def opened(data: bytes) -> Iterator[Document]:
    """Open a file; raises `SandboxFailed`."""
    try:
        import pypdfium2
        import pypdfium2.raw
    except ImportError:
        raise SandboxFailed("unsupported", "is a PDF, which needs pypdfium2; pip install 'assay[docs]'") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in _LOCKED:
            raise SandboxFailed("locked", "has a password; save it without one") from None
        raise _broken() from None
    yield Document(document, pypdfium2)


def ends(data: bytes) -> bool:
    """Say whether a file has its end; what has been cut off nobody knows."""
    return b"startxref" in data[-_TAIL:]


class Document:
    """An open file."""

    def __init__(self, document: Any, library: Any) -> None:
        self._document, self._raw, self._error = document, library.raw, library.PdfiumError
        self.count: int = len(document)
        if self.count > MAX_PAGES:
            raise SandboxFailed("limit", f"has more than {MAX_PAGES:,} pages")
        self.attachments: int = self._raw.FPDFDoc_GetAttachmentCount(document)

    def pages(self) -> Iterator[Page]:
        """Yield every page; one that is damaged has no text and counts as unread. Raises where all are."""
        damaged = 0
        for number in range(1, self.count + 1):
            try:
                yield self._page(number, self._document[number - 1])
            except self._error:
                damaged += 1
                yield Page(number, 1, 1, [], covered=1, paths=0)
        if damaged == self.count:
            raise _broken()

    def _page(self, number: int, page: Any) -> Page:
        (width, height), (left, bottom, *_) = page.get_size(), page.get_cropbox()
        rotation = page.get_rotation()
        text = page.get_textpage()
        characters = []
        for letter, x0, y0, x1, y1 in self._characters(text):
            box = (x0 - left, y0 - bottom, x1 - left, y1 - bottom)
            characters.append(Character(letter, *turned(box, rotation, width, height)))
        covered, paths = self._pictures(page, width * height)
        more = list(added.texts(self._raw, page))
        text.close()
        page.close()
        return Page(number, width, height, characters, covered, paths, more)

    def _characters(self, text: Any) -> Iterator[tuple[str, float, float, float, float]]:
        raw, handle = self._raw, text.raw
        count = raw.FPDFText_CountChars(handle)
        boxes = (raw.FS_RECTF * count)()
        unicode, box = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
        codes = []
        for index in range(count):
            codes.append(unicode(handle, index))
            box(handle, index, boxes[index])
        for code, (left, top, right, bottom) in zip(codes, _BOX.iter_unpack(bytes(boxes)), strict=True):
            yield _character(code), left, bottom, right, top

    def _pictures(self, page: Any, area: float) -> tuple[float, int]:
        """Return the share of the page that pictures cover, and the number of lines drawn."""
        raw, covered, paths = self._raw, 0.0, 0
        sides = [ctypes.c_float() for _ in range(4)]
        for index in range(min(raw.FPDFPage_CountObjects(page), _OBJECTS)):
            shape = raw.FPDFPage_GetObject(page, index)
            kind = raw.FPDFPageObj_GetType(shape)
            paths += kind == _PATH
            if kind in {_IMAGE, _FORM} and raw.FPDFPageObj_GetBounds(shape, *map(ctypes.byref, sides)):
                left, bottom, right, top = (side.value for side in sides)
                covered += max(0.0, right - left) * max(0.0, top - bottom) / area
        return covered, paths


def _broken() -> SandboxFailed:
    return SandboxFailed("corrupt", "is no whole PDF file; save it anew")


def _character(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)
