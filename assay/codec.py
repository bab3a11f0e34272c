"""JSON in and out: one canonical form, so that equal facts are equal bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import msgspec

_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder()


def encode(value: object) -> bytes:
    """Encode as compact UTF-8 JSON with sorted keys."""
    return _encoder.encode(value)


def decode(data: bytes | str) -> Any:
    """Decode JSON; raises `ValueError` where it is none, including what is nested too deeply."""
    try:
        return _decoder.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise ValueError(str(error)) from None


def digest(data: bytes) -> str:
    """Name bytes by their SHA-256, as `sha256:<hex>`."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def digest_file(path: Path) -> str:
    """Name a file's content by its SHA-256, read in pieces."""
    with path.open("rb") as file:
        return "sha256:" + hashlib.file_digest(file, "sha256").hexdigest()
