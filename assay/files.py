"""Files: what is written is whole, what is read is bounded."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from assay.errors import AssayError, UsageError


@contextlib.contextmanager
def whole(path: Path, mode: int = 0o600) -> Iterator[IO[bytes]]:
    """Write a file under a temporary name, flush it to disk and rename it; on any error the old one stays.

    Raises `AssayError` where the disk refuses.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise AssayError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def read(path: Path, limit: int) -> bytes:
    """Read a regular file of at most `limit` bytes; raises `UsageError` with one line."""
    try:
        with path.open("rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UsageError(f"{path}: is not a regular file")
            data = file.read(limit + 1)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
    if len(data) > limit:
        raise UsageError(f"{path}: is larger than {limit:,} bytes")
    return data


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
