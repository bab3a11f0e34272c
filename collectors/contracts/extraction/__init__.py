"""The text of contract files, DOCX and PDF, each of them untrusted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from assay import files, sandbox
from assay.errors import UsageError

from ..text import Document, Passage, Unreadable
from .limits import MAX_FILE

_PACK = Path(__file__).parents[3]
_CHILD = "collectors.contracts.extraction.child:read"
_LIMITS = sandbox.Limits(cpu_seconds=40, seconds=90)
_TOGETHER = 16
"""Files that one child reads; starting one takes longer than reading a contract."""


def extract(path: Path) -> Document | Unreadable:
    """Read one file."""
    return extract_all([path])[path]


def extract_all(paths: Sequence[Path]) -> dict[Path, Document | Unreadable]:
    """Read several files; one that brings the reader down leaves the others as they are."""
    found: dict[Path, Document | Unreadable] = {}
    for batch in _batches(paths):
        try:
            answers = _read(batch)
        except sandbox.SandboxFailed:
            answers = [_alone(path) for path in batch]
        found |= zip(batch, map(_outcome, answers), strict=True)
    return found


def _batches(paths: Sequence[Path]) -> Iterator[list[Path]]:
    left = iter(dict.fromkeys(paths))
    while batch := list(islice(left, _TOGETHER)):
        yield batch


def _read(paths: Sequence[Path]) -> list[Mapping[str, Any]]:
    arguments = {"paths": [str(path.resolve()) for path in paths]}
    answers: list[Mapping[str, Any]] = sandbox.run(_CHILD, arguments, _PACK, _LIMITS)
    return answers


def _alone(path: Path) -> Mapping[str, Any]:
    try:
        (answer,) = _read([path])
    except sandbox.SandboxFailed as error:
        answer = {"sha256": _sha256(path), "failed": [error.reason, str(error)]}
    return answer


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(files.read(path, MAX_FILE)).hexdigest()
    except UsageError:
        return ""


def _outcome(answer: Mapping[str, Any]) -> Document | Unreadable:
    if "failed" in answer:
        return Unreadable(answer["sha256"], *answer["failed"])
    passages = [Passage(*passage) for passage in answer["passages"]]
    return Document(answer["sha256"], passages, answer["pages"], answer["unread"])
