"""What the paths given to the gate hold: each is told by its content which collector reads it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from assay.errors import UsageError
from assay.loading import Content

HEAD = 4096
"""Bytes by which a file is recognised."""
STDIN = "-"
_SKIPPED = frozenset({"node_modules", "__pycache__", "cdk.out"})
_DEEP = 12
"""Folders below a given one that are looked into."""


class Recogniser(Protocol):
    """`collectors/NAME/recognise.py`: small, because it is loaded for every path."""

    ROLE: str
    """`code`: declares what will be; `facts`: what is known already, for joins."""

    def recognises(self, path: Path, head: bytes) -> bool:
        """Say whether the collector reads this file, by its first bytes, or this folder (no bytes)."""

    def parts(self, path: Path) -> list[Path]:
        """Return the folders that are read together with this one."""


@dataclass(frozen=True)
class Input:
    """One path with the collector that reads it."""

    collector: str
    path: Path
    """Where its bytes lie."""
    shown: str
    """How the user calls it: relative to where he stands."""


def recognise(content: Content, paths: Sequence[str], here: Path, scratch: Path, role: str) -> list[Input]:
    """Return what is to be read; raises `UsageError` with what to do for a path that nothing reads.

    Paths start at `here`. `-` is standard input, kept in `scratch`. A folder is searched.
    """
    if not paths:
        return []
    known = dict(_recognisers(content, role))
    found = [given for path in paths for given in _of(path, known, here, scratch)]
    return list({(given.collector, given.path.resolve()): given for given in found}.values())


def _of(given: str, known: dict[str, Any], here: Path, scratch: Path) -> list[Input]:
    path = _spooled(scratch) if given == STDIN else here / given
    if not path.exists():
        raise UsageError(f"{given}: is not there")
    if path.is_dir():
        found = _without_parts([i for f in _folders(path) for i in _reading(f, _shown(f, here), known)], known)
    else:
        found = _reading(path, "stdin" if given == STDIN else _shown(path, here), known)
    if not found:
        what = "holds nothing" if path.is_dir() else "is nothing"
        raise UsageError(f"{given}: {what} that {' or '.join(sorted(known))} reads")
    return found


def _shown(path: Path, here: Path) -> str:
    """Return a path as seen from where the user stands; what lies elsewhere keeps its last part only."""
    whole = path.resolve()
    if whole.is_relative_to(here.resolve()):
        return whole.relative_to(here.resolve()).as_posix()
    return whole.name


def _reading(path: Path, shown: str, known: dict[str, Any]) -> list[Input]:
    head = b""
    if path.is_file():
        try:
            with path.open("rb") as file:
                head = file.read(HEAD)
        except OSError as error:
            raise UsageError(f"{shown}: cannot be read: {error.strerror}") from None
    return [Input(name, path, shown) for name, module in known.items() if module.recognises(path, head)]


def _without_parts(found: list[Input], known: dict[str, Any]) -> list[Input]:
    """Leave out folders that others call as their modules: they are read with their callers."""
    parts = {part.resolve() for item in found for part in known[item.collector].parts(item.path)}
    return [item for item in found if item.path.resolve() not in parts]


def _recognisers(content: Content, role: str) -> Iterator[tuple[str, Any]]:
    for pack in content.packs:
        for name in pack.names("collectors"):
            if pack.has(f"collectors.{name}.recognise"):
                module = pack.module(f"collectors.{name}.recognise")
                if role == module.ROLE:
                    yield name, module


def _folders(root: Path) -> Iterator[Path]:
    for here, below, _ in os.walk(root):
        depth = len(Path(here).relative_to(root).parts)
        below[:] = sorted(n for n in below if depth < _DEEP and n not in _SKIPPED and not n.startswith("."))
        yield Path(here)


def _spooled(scratch: Path) -> Path:
    """Keep standard input in a file: a plan is read more than once, and may be large."""
    if sys.stdin is None or sys.stdin.closed or sys.stdin.isatty():
        raise UsageError(
            "-: standard input is a terminal; pipe a plan into it: terraform show -json PLAN | assay gate -"
        )
    path = scratch / "stdin"
    with path.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    if not path.stat().st_size:
        raise UsageError("-: standard input is empty; the command before the pipe has failed")
    return path
