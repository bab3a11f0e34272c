"""Separate settings of which the code does not say what they belong to."""

from __future__ import annotations

from ..code import Code
from ..declared import Declared
from ..value import references_in


def loose(code: Code, argument: str, target_type: str, *types: str) -> list[Declared]:
    """Return the resources of the given types that may belong to any resource of the target type.

    What refers to something else in the code, of another type or looked up, belongs to that.
    """
    return [one for one in code.unplaced(argument, target_type, *types) if not _refers(code, one, argument)]


def _refers(code: Code, declared: Declared, argument: str) -> bool:
    return any(code.resolve(reference, declared) for reference in references_in(declared.values.get(argument)))
