"""Expressions of arguments, in the form in which a plan tells them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

Expression = Any
"""`{"references": [...]}` or `{"constant_value": ...}`, or a block: a mapping of these, or a list of such.

HCL, unlike a plan, also tells of a reference that only chooses: `"or_literal"` is true where a text is written out."""


_OF_A_LEAF = {"references", "constant_value", "or_literal"}
NOT_TOLD: Expression = {"references": []}
"""In place of an expression that a plan does not show: what stands in a dynamic block."""


def is_leaf(expression: Expression) -> bool:
    """Whether it is the expression of one argument, not a block."""
    return isinstance(expression, dict) and expression.keys() <= _OF_A_LEAF


def references_of(expression: Expression) -> Iterator[str]:
    """Return what an expression, or all in a block, refers to, in the words of the plan; prefixes are left out."""
    if isinstance(expression, list):
        for item in expression:
            yield from references_of(item)
    elif is_leaf(expression):
        references = expression.get("references")
        yield from _longest(references if isinstance(references, list) else [])
    elif isinstance(expression, dict):
        for item in expression.values():
            yield from references_of(item)


def says_nothing(expression: Expression) -> bool:
    """Whether it is neither a constant nor refers to anything: not told, or a function without arguments."""
    return is_leaf(expression) and "constant_value" not in expression and not expression.get("references")


def offers_literal(expression: Expression) -> bool:
    """Whether the code chooses between references and a text that is written out."""
    return is_leaf(expression) and expression.get("or_literal") is True


def constant(expression: Expression, default: Any) -> Any:
    """Return the constant that an expression is, else the default."""
    return expression.get("constant_value", default) if is_leaf(expression) else default


def argument(expression: Expression, name: str) -> Expression:
    """Return the expression of an argument of a block; the entries of a map share that of the map."""
    if expression is None:
        return NOT_TOLD
    if is_leaf(expression):
        return expression or None
    return expression.get(name) if isinstance(expression, dict) else None


def block(expression: Expression, index: int, value: object, size: int) -> Expression:
    """Return the expressions of one block of several; sets of blocks are not in the order of the code.

    Where none fits, those of all: what is not known in the block may be what any of them says.
    """
    if not isinstance(expression, list):
        return expression
    if len(expression) == size and _agrees(expression[index], value):
        return expression[index]
    return next((item for item in expression if _agrees(item, value)), None) or _all(expression)


def _longest(references: Sequence[str]) -> Iterator[str]:
    last = ""
    for reference in references:
        if (
            isinstance(reference, str)
            and "." in reference
            and not (last.startswith(reference) and last[len(reference) : len(reference) + 1] in (".", "["))
        ):
            yield reference
            last = reference


def _agrees(item: Expression, value: object) -> bool:
    """Whether a block may be what these values were made of, by its constants."""
    if not isinstance(item, dict) or not isinstance(value, dict):
        return True
    constants = {name: e["constant_value"] for name, e in item.items() if is_leaf(e) and "constant_value" in e}
    return all(_plain(value.get(name)) == _plain(constant) for name, constant in constants.items())


def _plain(value: object) -> object:
    """Return a value as it compares: a set has an order of its own, and a number may be written as a text."""
    if isinstance(value, list):
        return sorted(map(_plain, value), key=repr)
    return str(value).lower() if isinstance(value, bool | int | float) else value


def _all(blocks: Sequence[Expression]) -> Expression:
    """Return the expressions of several blocks as those of one."""
    found: dict[str, list[Expression]] = {}
    for item in blocks:
        for name, expression in item.items() if isinstance(item, dict) else ():
            found.setdefault(name, []).append(expression)
    return {name: {"references": list(references_of(said))} for name, said in found.items()}
