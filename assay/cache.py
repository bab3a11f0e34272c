"""Keeps what parsing and linting the packs gave, so that a warm start reads no YAML and lints nothing.

One file for each set of packs, in the user's cache folder. It counts only while it is whole, is the user's
own, and was made by this very code from these very files; anything else is as if it were not there.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import stat
from collections.abc import Sequence
from pathlib import Path

import msgspec

from assay import __version__, codec, files
from assay.catalogue import Catalogue
from assay.errors import AssayError
from assay.pack import Pack

LIMIT = 64 * 2**20


class Kept(msgspec.Struct):
    """What is costly to make from the files of the packs."""

    key: str
    """Names the code and the files that it was made from."""
    catalogue: Catalogue
    reads: dict[str, list[str]]


def load(packs: Sequence[Pack]) -> Kept | None:
    """Return what was kept for exactly these packs as they are now, or None."""
    path = _path(packs)
    if path is None or not _private(path.parent):
        return None
    try:
        seal, _, body = files.read(path, LIMIT).partition(b"\n")
        if seal.decode() != codec.digest(body):
            return None
        kept = msgspec.json.decode(body, type=Kept)
    except (AssayError, ValueError, msgspec.DecodeError):
        return None
    return kept if kept.key == _key(packs) else None


def save(packs: Sequence[Pack], catalogue: Catalogue, reads: dict[str, list[str]]) -> None:
    """Keep it for the next start; a folder that cannot be written costs time, nothing else."""
    path = _path(packs)
    if path is None:
        return
    with contextlib.suppress(OSError, AssayError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _private(path.parent):
            body = msgspec.json.encode(Kept(_key(packs), catalogue, reads))
            with files.whole(path) as file:
                file.write(codec.digest(body).encode() + b"\n" + body)


def folder() -> Path | None:
    """Return the folder that caches go to, or None where the user has none."""
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        return (given if given.is_absolute() else Path.home() / ".cache") / "assay"
    except RuntimeError:
        return None


def _path(packs: Sequence[Pack]) -> Path | None:
    place = folder()
    roots = "\0".join(str(pack.root) for pack in packs)
    return place and place / f"content-{hashlib.sha256(roots.encode()).hexdigest()[:16]}.json"


def _key(packs: Sequence[Pack]) -> str:
    told = [__version__, _code(), *(f"{pack.name} {pack.digest}" for pack in packs)]
    return codec.digest("\0".join(told).encode())


@functools.cache
def _code() -> str:
    """The digest of the engine itself: an edited lint has to look at the packs again."""
    here = Path(__file__).parent
    total = hashlib.sha256()
    patterns = ("*.py", "engines/*.py", "snapshot/*.py", "schemas/*.json")
    for path in sorted(path for pattern in patterns for path in here.glob(pattern)):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _private(place: Path) -> bool:
    """Say whether only this user can write to a folder: what it holds decides how a run is judged."""
    try:
        found = place.stat()
    except OSError:
        return False
    return found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o022
