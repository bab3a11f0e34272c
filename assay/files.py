"""Files: what is written is whole, what is read is bounded."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from assay.errors import StorageError, UsageError

_HERE = -100
_EXCHANGE = 2
"""`AT_FDCWD` and `RENAME_EXCHANGE` of Linux."""


@contextlib.contextmanager
def storing(path: Path) -> Iterator[None]:
    """Turn what the disk refuses inside into one line that names `path`; raises `StorageError`."""
    try:
        yield
    except OSError as error:
        raise StorageError(f"{path}: cannot be written: {error.strerror or error}") from error


@contextlib.contextmanager
def whole(path: Path, mode: int = 0o600) -> Iterator[IO[bytes]]:
    """Write a file under a temporary name, flush it to disk and rename it; on any error the old one stays.

    A link is followed; a device or a pipe cannot be renamed over and is written to as it stands.
    Raises `StorageError` where the disk refuses.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        with storing(path), path.open("wb") as file:
            yield file
        return
    temporary = None
    try:
        with storing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            temporary = Path(name)
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(mode)
            temporary.replace(path)
            _sync(path.parent)
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def name_folder(folder: Path, target: Path) -> None:
    """Give a finished folder its name in one step; what had the name before is removed afterwards.

    All of it is on disk before the name changes, so neither a kill nor a power cut leaves half of it. Systems
    that cannot exchange two names in one step are left with none for a moment.
    """
    for path in [*folder.rglob("*"), folder]:
        _sync(path)
    old = folder
    if not target.exists():
        folder.replace(target)
    elif not _exchange(folder, target):
        old = target.replace(folder.with_name(folder.name + ".old"))
        folder.replace(target)
    _sync(target.parent)
    shutil.rmtree(old, ignore_errors=True)


def locked(path: Path) -> IO[bytes]:
    """Create a file that says, by its lock, that the process that writes it is alive."""
    file = path.open("wb")
    fcntl.flock(file, fcntl.LOCK_EX)
    return file


def sweep(folder: Path, prefix: str, lock: str) -> None:
    """Remove the folders that killed runs left behind: nobody holds the lock that lies in them."""
    for left in folder.glob(f"{prefix}*/{lock}"):
        with contextlib.suppress(OSError), left.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left.parent)


def read(path: Path, limit: int) -> bytes:
    """Read a regular file of at most `limit` bytes; raises `UsageError` with one line."""
    try:
        with open(path, "rb", opener=_at_once) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UsageError(f"{path}: is not a regular file")
            data = file.read(limit + 1)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
    if len(data) > limit:
        raise UsageError(f"{path}: is larger than {limit:,} bytes")
    return data


def _at_once(path: str, flags: int) -> int:
    """Open without waiting: a pipe would hold the reader until somebody writes to it."""
    return os.open(path, flags | os.O_NONBLOCK)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step; False where the system or the file system cannot."""
    import ctypes

    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
