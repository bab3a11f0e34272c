"""Writes out dynamic blocks over a list or map that stands in the code, where tfparse loses some of them.

It does so where a block of the same type follows that is written out.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Sequence
from typing import Any

from . import hcl_expressions
from .hcl_bodies import Nested

_LITERAL = re.compile(r'"[^"\\$%]*"|-?\d+(?:\.\d+)?|true|false')
_SET = re.compile(r"toset\(\s*(\[.*\])\s*\)", re.DOTALL)


class NotLiteral(Exception):
    """Something in it has to be computed."""


def are_lost(written: Sequence[Nested]) -> bool:
    """Whether tfparse loses some of these blocks."""
    dynamic = [block.repeats is not None for block in written]
    return any(before and not after for before, after in itertools.pairwise(dynamic))


def written_out(block: Nested) -> list[dict[str, Any]]:
    """Return the arguments of each block that a dynamic one makes; raises `NotLiteral`."""
    if block.body.blocks:
        raise NotLiteral
    return [
        {name: _value(argument.text, block.iterator, key, value) for name, argument in block.body.arguments.items()}
        for key, value in _pairs(block.over)
    ]


def _pairs(text: str) -> list[tuple[Any, str]]:
    """Return keys, and values as they are written."""
    of_set = _SET.fullmatch(text)
    items = hcl_expressions.items(of_set[1] if of_set else text)
    if items is not None:
        return [(_literal(item) if of_set else index, item) for index, item in enumerate(items)]
    entries = hcl_expressions.entries(text)
    if entries is None:
        raise NotLiteral
    return list(entries.items())


def _value(text: str, iterator: str, key: Any, value: str) -> Any:
    if text == f"{iterator}.key":
        return key
    if text == f"{iterator}.value":
        return _literal(value)
    if text.startswith(f"{iterator}.value."):
        return _literal((hcl_expressions.entries(value) or {}).get(text.rpartition(".")[2], ""))
    return _literal(text)


def _literal(text: str) -> Any:
    if not _LITERAL.fullmatch(text):
        raise NotLiteral
    return json.loads(text)
