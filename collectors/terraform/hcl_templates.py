"""Texts of HCL with expressions in them."""

from __future__ import annotations

import json
from collections.abc import Callable

from . import hcl_lexing
from .hcl_nodes import Literal, Node, Template
from .hcl_tokens import NotRead


def parsed(text: str, parse: Callable[[str], Node]) -> Node:
    """Return the tree of what stands between two quotes."""
    if "%{" in text.replace("%%{", ""):
        raise NotRead
    parts: list[Node] = []
    at = begin = 0
    while (at := text.find("${", at)) >= 0:
        if text[at - 1 : at] == "$":
            at += 2
            continue
        end = hcl_lexing.skip_brackets(text, at + 1)
        parts += [_plain(text[begin:at]), parse(text[at + 2 : end - 1].strip().strip("~"))]
        at = begin = end
    parts = [part for part in (*parts, _plain(text[begin:])) if part != Literal("")]
    if all(isinstance(part, Literal) for part in parts) and len(parts) < 2:
        return parts[0] if parts else Literal("")
    return parts[0] if len(parts) == 1 else Template(tuple(parts))


def _plain(text: str) -> Literal:
    text = text.replace("$${", "${").replace("%%{", "%{")
    try:
        return Literal(json.loads(f'"{text}"', strict=False))
    except ValueError:
        raise NotRead from None
