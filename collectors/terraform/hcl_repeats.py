"""Writes out dynamic blocks over a list or map that stands in the code, where tfparse loses some of them.

It may do so where any block follows that is written out, and does so inside of any block that is.
"""

from __future__ import annotations

import json
import re
from typing import Any

from . import hcl_expressions
from .hcl_bodies import Nested
from .hcl_text import Body

_LITERAL = re.compile(r'"[^"\\$%]*"|-?\d+(?:\.\d+)?|true|false')
_SET = re.compile(r"toset\(\s*(\[.*\])\s*\)", re.DOTALL)


class NotLiteral(Exception):
    """Something in it has to be computed."""


def lost(body: Body, is_written: bool) -> set[str]:
    """Return the types of nested blocks of which tfparse may lose some; `is_written`: that around is no dynamic one."""
    dynamic = [block.labels[0] if block.type == "dynamic" and block.labels else None for block in body.blocks]
    last = max((index for index, type_ in enumerate(dynamic) if type_ is None), default=0)
    return {type_ for type_ in dynamic[: None if is_written else last] if type_ is not None}


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
