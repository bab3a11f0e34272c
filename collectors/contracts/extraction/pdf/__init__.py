"""The text of a PDF file, in the order in which a person reads it."""

from __future__ import annotations

from collections.abc import Sequence

from assay.sandbox import SandboxFailed

from ..content import Content
from . import layout, library
from .furniture import Furniture
from .page import Page
from .piece import Piece


def read(data: bytes) -> Content:
    """Read all pages; one that shows text without having it is unread, which says nothing of the others."""
    with library.opened(data) as document:
        pages = list(document.pages())
        attachments = document.attachments
    furniture = Furniture(pages)
    unread = [page for page in pages if page.unread(furniture.characters(page))]
    if unread and all(page in unread or not (page.lines or page.added) for page in pages):
        raise SandboxFailed("no_text", "shows pages without a text layer; run it through OCR")
    content = Content(pages=len(pages))
    content.unread += [f"page {page.number}" for page in unread]
    content.unread += [f"attachment {number}" for number in range(1, attachments + 1)]
    if not library.ends(data):
        content.unread.append("end of the file")
    _fill(content, pages, furniture)
    return content


def _fill(content: Content, pages: Sequence[Page], furniture: Furniture) -> None:
    for text, number in furniture.texts(pages, above=True):
        content.add(text, "header", f"page {number}")
    for piece in _joined(pages, furniture):
        content.add(piece.raw, piece.part, piece.place)
    for page in pages:
        for text in page.added:
            content.add(text, "text_box", f"page {page.number}")
    for text, number in furniture.texts(pages, above=False):
        content.add(text, "footer", f"page {number}")


def _joined(pages: Sequence[Page], furniture: Furniture) -> list[Piece]:
    """Return what stands on the pages; a sentence may go on in the next column or on the next page."""
    found: list[Piece] = []
    for page in pages:
        for piece in layout.pieces(page, [line for line in page.lines if not furniture.holds(page, line)]):
            if found and found[-1].goes_on_in(piece):
                found[-1].append(piece)
            else:
                found.append(piece)
    return found
