"""Reads documents in the child process that `extract_all` starts."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from assay import files
from assay.errors import UsageError
from assay.sandbox import SandboxFailed

from . import recognise
from .content import Content
from .limits import MAX_FILE


def read(paths: list[str]) -> list[dict[str, Any]]:
    """Return for each file its hash, and its passages or why it cannot be read."""
    return [_read(Path(path)) for path in paths]


def _read(path: Path) -> dict[str, Any]:
    sha256 = ""
    try:
        data = _bytes(path)
        sha256 = hashlib.sha256(data).hexdigest()
        content = _content(data)
    except SandboxFailed as error:
        return {"sha256": sha256, "failed": [error.reason, str(error)]}
    except MemoryError:
        raise
    except RecursionError:
        return {"sha256": sha256, "failed": ["limit", "nests its parts too deeply"]}
    except Exception as error:
        # Whatever a hostile file provokes; the words of the error may quote the file, so they stay here.
        return {"sha256": sha256, "failed": ["corrupt", f"cannot be read ({type(error).__name__})"]}
    return {"sha256": sha256, **content.answer()}


def _content(data: bytes) -> Content:
    content = recognise.reader(data)(data)
    if not content.passages:
        raise SandboxFailed("no_text", "holds no text, only pictures or nothing; give it a text layer (OCR)")
    return content


def _bytes(path: Path) -> bytes:
    if not path.exists():
        raise SandboxFailed("not_in_source", "is not there")
    try:
        return files.read(path, MAX_FILE)
    except UsageError as error:
        what = str(error).removeprefix(f"{path}: ")
        raise SandboxFailed("limit" if "larger than" in what else "denied", what) from None
