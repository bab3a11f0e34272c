"""`--against REF`: the same files as they were where this branch began, so that their gaps are not new."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from assay.errors import UsageError
from assay.gate.inputs import STDIN

LIMIT = 64 * 2**20
"""Bytes of one file that is taken out of the repository."""
SECONDS = 120


def checkout(ref: str, paths: Sequence[str], target: Path) -> tuple[Path, list[str]]:
    """Write what the paths were at the merge base of `ref` and HEAD below `target`, with all files of their types.

    Returns the folder that stands for the present one, and those of the paths that were there. Changes nothing in
    the repository. Raises `UsageError` where there is none, or no such revision.
    """
    root = Path(_git(Path.cwd(), "rev-parse", "--show-toplevel").decode().rstrip("\n")).resolve()
    base = _git(root, "merge-base", "--end-of-options", ref, "HEAD").decode().strip()
    inside = {path: _inside(path, root) for path in paths}
    suffixes = {suffix for path in paths for suffix in _suffixes(Path(path))}
    for name in _names(root, base):
        if any(Path(name).is_relative_to(path) for path in inside.values()) or Path(name).suffix in suffixes:
            _write(root, base, name, target)
    here = target / Path.cwd().resolve().relative_to(root)
    return here, [path for path, name in inside.items() if (target / name).exists()]


def _inside(path: str, root: Path) -> str:
    whole = Path(path).resolve()
    if path == STDIN or not whole.is_relative_to(root):
        raise UsageError(f"--against: {path} is not in the repository; for a plan use --baseline")
    return whole.relative_to(root).as_posix()


def _suffixes(path: Path) -> set[str]:
    """Return the types of the files of a path: a folder may call modules that lie beside it."""
    files = path.rglob("*") if path.is_dir() else [path]
    return {file.suffix for file in files if file.is_file()} - {""}


def _names(root: Path, base: str) -> list[str]:
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", "--name-only", base)
    return [name for name in listed.decode("utf-8", "surrogateescape").split("\0") if name]


def _write(root: Path, base: str, name: str, target: Path) -> None:
    data = _git(root, "cat-file", "blob", f"{base}:{name}")
    path = target / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data[:LIMIT])


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - a fixed program
    except FileNotFoundError:
        raise UsageError("--against: needs git, which is not installed") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"--against: git {arguments[0]} took longer than {SECONDS} s") from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["it says nothing"]
        raise UsageError(f"--against: git {arguments[0]}: {told[-1]}; in a pipeline fetch the whole history first")
    return done.stdout
