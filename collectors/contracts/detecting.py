"""Finds the facts of contracts in a child process with limits: their texts are as untrusted as their files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from assay import sandbox

from .amendments import Base
from .detect import Contract, Detected, detect
from .text import Document, Passage, Unreadable

_PACK = Path(__file__).parents[2]
_CHILD = "collectors.contracts.detecting:answers"
_LIMITS = sandbox.Limits(cpu_seconds=40, seconds=90)
_TOGETHER = 8
"""Documents that one child is given; starting one takes longer than most of them."""
_DETECTED = ("fields", "clauses", "struck")


def detect_all(read: Mapping[Path, Document | Unreadable]) -> dict[Path, Contract | Unreadable]:
    """Find the facts of every document that could be read; one whose text takes too long is unreadable too."""
    found: dict[Path, Contract | Unreadable] = {}
    for path, document in read.items():
        if isinstance(document, Unreadable):
            found[path] = document
    for batch in _batches({path: item for path, item in read.items() if isinstance(item, Document)}):
        found |= _together(batch)
    return {path: found[path] for path in read}


def answers(documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Answer in the child."""
    return [_answer(detect(_document(given))) for given in documents]


def _answer(contract: Contract) -> dict[str, Any]:
    """Return what JSON can carry."""
    given = asdict(contract)
    if contract.base and contract.base.signed:
        given["base"]["signed"] = contract.base.signed.isoformat()
    return given


def _batches(documents: Mapping[Path, Document]) -> Iterator[dict[Path, Document]]:
    left = iter(documents.items())
    while batch := dict(islice(left, _TOGETHER)):
        yield batch


def _together(batch: Mapping[Path, Document]) -> dict[Path, Contract | Unreadable]:
    """Return what a child found; where one document brings it down, each is given to a child of its own."""
    try:
        given = [asdict(document) for document in batch.values()]
        made = sandbox.run(_CHILD, {"documents": given}, _PACK, _LIMITS)
    except sandbox.SandboxFailed as error:
        if len(batch) > 1:
            return {path: outcome for item in batch.items() for path, outcome in _together(dict([item])).items()}
        ((path, document),) = batch.items()
        return {path: Unreadable(document.sha256, error.reason, str(error))}
    return {path: _contract(answer) for path, answer in zip(batch, made, strict=True)}


def _document(given: Mapping[str, Any]) -> Document:
    return Document(**{**given, "passages": [Passage(**passage) for passage in given["passages"]]})


def _contract(answer: Mapping[str, Any]) -> Contract:
    base = answer["base"]
    facts = {name: {key: Detected(**item) for key, item in answer[name].items()} for name in _DETECTED}
    return Contract(**{**answer, **facts, "base": base and _base(base)})


def _base(given: Mapping[str, Any]) -> Base:
    signed = given["signed"]
    return Base(**{**given, "signed": signed and date.fromisoformat(signed)})
