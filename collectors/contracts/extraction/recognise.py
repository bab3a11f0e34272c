"""Tells formats apart by their content; what a file is called says nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from assay.sandbox import SandboxFailed

from . import docx, pdf
from .content import Content

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")
_PDF_STARTS_WITHIN = 1024
"""Bytes; readers of PDF take a file that has something else before its header."""


def reader(data: bytes) -> Callable[[bytes], Content]:
    """Return what reads these bytes; raises `SandboxFailed` where nothing does."""
    if b"%PDF-" in data[:_PDF_STARTS_WITHIN]:
        return pdf.read
    if data.startswith(b"PK"):
        _require_docx(data)
        return docx.read
    raise _refused(data)


def _require_docx(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise SandboxFailed("corrupt", "is no whole DOCX file; save it anew") from None
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise SandboxFailed("unsupported", "is a zip and no DOCX; save the contract as DOCX or PDF")


def _refused(data: bytes) -> SandboxFailed:
    if not data:
        return SandboxFailed("corrupt", "is empty")
    if data.startswith(_COMPOUND_FILE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return SandboxFailed("locked", "has a password; save it without one")
        return SandboxFailed("unsupported", "is a file of an old format such as .doc; save it as .docx")
    if data.startswith(_PICTURES):
        return SandboxFailed("no_text", "is a picture; make a PDF with a text layer of it (OCR)")
    return SandboxFailed("unsupported", "is neither DOCX nor PDF; save it as one of them")
