"""What becomes of a part of the code, in the form in which a plan tells it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .expressions import Expression


class Computed(NamedTuple):
    """A value, which parts of it are not known, and the expressions that it comes from."""

    after: Any
    unknown: Any = None
    expression: Expression = None


def gathered(found: Mapping[str, Computed]) -> Computed:
    """Return the arguments of a block, or the entries of a map, as one."""
    return Computed(
        {name: part.after for name, part in found.items()},
        {name: part.unknown for name, part in found.items() if part.unknown is not None},
        {name: part.expression for name, part in found.items()},
    )


def listed(made: list[Computed]) -> Computed:
    """Return blocks, or items of a list, as one."""
    return Computed([m.after for m in made], [m.unknown for m in made], [m.expression for m in made])
