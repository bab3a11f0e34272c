"""Text that was put on a page: what is typed into a form and what is written over the page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

_KEYS = {3: b"Contents", 20: b"V"}
"""By the kind of an annotation, free text and field of a form, where its text stands."""
_MOST = 1_000


def texts(raw: Any, page: Any) -> Iterator[str]:
    """Yield the texts; notes in the margin, which are comments, are not among them."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        key = _KEYS.get(raw.FPDFAnnot_GetSubtype(annotation))
        if key is not None:
            yield _text(raw, annotation, key)
        raw.FPDFPage_CloseAnnot(annotation)


def _text(raw: Any, annotation: Any, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
