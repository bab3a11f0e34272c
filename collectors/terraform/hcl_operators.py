"""Operators of HCL over values that are known."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from .hcl_data import Absent, number, same, truth

_ON_NUMBERS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "%": operator.mod,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


def unary(mark: str, value: Any) -> Any:
    """Return what `!` or `-` makes of a value."""
    return -number(value) if mark == "-" else not truth(value)


def binary(mark: str, left: Any, right: Callable[[], Any]) -> Any:
    """Return what an operator makes of two values, of which the second is not always needed."""
    if mark in ("&&", "||"):
        decided = truth(left) == (mark == "||")
        return truth(left) if decided else truth(right())
    if mark in ("==", "!="):
        return same(left, right()) == (mark == "==")
    try:
        return _ON_NUMBERS[mark](number(left), number(right()))
    except ZeroDivisionError:
        raise Absent from None
