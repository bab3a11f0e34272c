"""Bodies of HCL as expressions, in the form in which a plan tells them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from . import hcl_expressions
from .expressions import Expression
from .hcl_text import Argument, Body, Written

_META_ARGUMENTS = frozenset({"count", "for_each", "provider", "providers", "depends_on", "source", "version"})
_META_BLOCKS = frozenset({"lifecycle", "provisioner", "connection", "timeouts"})
Iterators = Mapping[str, Expression]
"""Names of dynamic blocks, with what they repeat over."""


class Nested(NamedTuple):
    """A nested block as it is written, once for all that a dynamic one makes."""

    body: Body
    line: int
    iterators: Iterators
    repeats: Expression = None
    """What a dynamic block repeats over."""
    iterator: str = ""
    over: str = ""
    """The text of what it repeats over."""


def arguments(body: Body, top: bool) -> Iterator[tuple[str, Argument]]:
    """Return the arguments of a body; at the top of a resource some are for Terraform itself."""
    return ((name, argument) for name, argument in body.arguments.items() if not top or name not in _META_ARGUMENTS)


def nested(body: Body, iterators: Iterators, top: bool) -> Iterator[tuple[str, Nested]]:
    """Return the nested blocks of a body by their type, those of dynamic blocks too."""
    for block in body.blocks:
        if block.type == "dynamic" and block.labels:
            yield block.labels[0], _dynamic(block, iterators)
        elif not top or block.type not in _META_BLOCKS:
            yield block.type, Nested(block.body, block.line, iterators)


def expressions(body: Body, iterators: Iterators | None = None) -> dict[str, Expression]:
    """Return the expressions of a resource, or of a nested block, for which the iterators around it are given.

    A leaf for each argument, a list for each type of block.
    """
    top, around = iterators is None, iterators or {}
    found: dict[str, Expression] = {
        name: hcl_expressions.leaf(argument.text, around) for name, argument in arguments(body, top)
    }
    for type_, block in nested(body, around, top):
        found.setdefault(type_, []).append(expressions(block.body, block.iterators))
    return found


def repetition(body: Body) -> Expression:
    """Return the expression of count or for_each; None where there is one of a thing."""
    argument = _repetition(body)
    return hcl_expressions.leaf(argument.text) if argument else None


def depends_on_surroundings(body: Body) -> bool:
    """Whether how many there are of a thing is read from a file, or depends on the moment."""
    argument = _repetition(body)
    return argument is not None and hcl_expressions.depends_on_surroundings(argument.text)


def for_each(body: Body) -> Expression:
    """Return the expression of for_each."""
    return hcl_expressions.leaf(body.arguments["for_each"].text) if "for_each" in body.arguments else None


def _repetition(body: Body) -> Argument | None:
    return body.arguments.get("for_each") or body.arguments.get("count")


def _dynamic(block: Written, iterators: Iterators) -> Nested:
    content = next(iter(block.body.of("content")), None)
    repeats = block.body.arguments.get("for_each")
    text = repeats.text if repeats else ""
    over = hcl_expressions.leaf(text, iterators)
    named = block.body.arguments.get("iterator")
    iterator = named.text if named else block.labels[0]
    body, line = (content.body, content.line) if content else (Body(), block.line)
    return Nested(body, line, {**iterators, iterator: over}, over, iterator, text)
