"""Tells whether an expression may give a text that stands in the code, whatever else decides about it."""

from __future__ import annotations

from . import hcl_syntax
from .hcl_nodes import Call, Choice, Literal, Node
from .hcl_tokens import NotRead


def offers_text(source: str) -> bool:
    """Whether one of the values that an expression chooses from is written out."""
    if "?" not in source and "(" not in source:
        return False
    try:
        return any(_is_text(option) for option in _options(hcl_syntax.parse(source)))
    except (NotRead, ValueError):
        return False


def _options(node: Node) -> tuple[Node, ...]:
    match node:
        case Choice(_, yes, no):
            return yes, no
        case Call("coalesce" | "try", options):
            return options
        case Call("lookup", (_, _, default)):
            return (default,)
    return ()


def _is_text(node: Node) -> bool:
    if isinstance(node, Literal):
        return isinstance(node.value, str) and node.value != ""
    return any(_is_text(option) for option in _options(node))
