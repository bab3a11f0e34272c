"""Looks through a zip of XML parts (XLSX, ODS, DOCX) before a library opens it; runs in the child."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from assay.sandbox import SandboxFailed

MAX_ENTRIES = 2_000
MAX_BYTES = 256 * 1024 * 1024
MAX_RATIO = 200
SMALL = 1024 * 1024
"""Below this many bytes unpacked, no ratio is suspicious."""

_PIECE = 1024 * 1024
_PARTS = (".xml", ".rels")
_UNREAD = "customxml/"
"""Data that add-ins keep for themselves, often in UTF-16; no reader of ours opens it."""
_DECLARATIONS = re.compile(rb"<!(DOCTYPE|ENTITY)")
_ENCODING = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_LONGEST = len(b"<!DOCTYPE")


def check(archive: zipfile.ZipFile) -> None:
    """Raise `SandboxFailed` where the archive is encrypted, a bomb, or holds XML that declares entities."""
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise SandboxFailed("limit", f"holds more than {MAX_ENTRIES:,} parts")
    if len({entry.filename for entry in entries}) < len(entries):
        raise SandboxFailed("corrupt", "holds two parts of the same name")
    if any(entry.flag_bits & 1 for entry in entries):
        raise SandboxFailed("locked", "is encrypted; save it without a password")
    _check_sizes(entries)
    for entry in entries:
        name = entry.filename.lower()
        if name.endswith(_PARTS) and not name.startswith(_UNREAD):
            _check_part(archive, entry)


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise SandboxFailed("limit", f"unpacks to more than {MAX_BYTES:,} bytes")
    for entry in entries:
        if entry.file_size > SMALL and entry.file_size > MAX_RATIO * entry.compress_size:
            raise SandboxFailed("limit", f"holds a part that unpacks to more than {MAX_RATIO} times its size")


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    tail = b""
    for piece in _pieces(archive, entry):
        if not tail and not _is_utf8(piece):
            raise SandboxFailed("corrupt", "holds XML that is not UTF-8")
        if _DECLARATIONS.search(tail + piece):
            raise SandboxFailed("corrupt", "holds XML with a DOCTYPE or ENTITY; save it anew")
        tail = piece[-_LONGEST:]


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack bit by bit; a part that is longer than it says, or damaged, raises `BadZipFile`."""
    with archive.open(entry) as part:
        while piece := part.read(_PIECE):
            yield piece


def _is_utf8(start: bytes) -> bool:
    """Say whether XML that begins so is read as UTF-8; any other encoding could hide a declaration."""
    if b"\0" in start[:4] or start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    declared = _ENCODING.match(start.removeprefix(b"\xef\xbb\xbf").lstrip())
    return declared is None or declared[1].lower() in {b"utf-8", b"us-ascii"}
