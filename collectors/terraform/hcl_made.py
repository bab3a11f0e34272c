"""What tfparse makes of blocks and values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from . import hcl_repeats
from .hcl_bodies import Nested

_ABOUT = "__tfmeta"
Item = Mapping[str, Any]
"""A block, with what tfparse says about it."""


def plain(value: Any) -> Any:
    """Return a value without what tfparse puts into it; null it gives as a name that leads nowhere."""
    match value:
        case {"__attribute__": _}:
            return None
        case dict():
            return {name: plain(item) for name, item in value.items() if name != _ABOUT}
        case list():
            return [plain(item) for item in value]
    return value


def line(item: Item) -> object:
    """Return the line on which a block begins."""
    return item.get(_ABOUT, {}).get("line_start")


def written_out(written: list[Nested], found: Sequence[Item]) -> Sequence[tuple[Nested, Item]] | None:
    """Return each block with its arguments as they are written; None where something in them is computed."""
    fixed = {line(item): item for item in found}
    pairs: list[tuple[Nested, Item]] = []
    try:
        for block in written:
            items = [fixed[block.line]] if block.repeats is None else hcl_repeats.written_out(block)
            pairs += [(block, item) for item in items]
    except (hcl_repeats.NotLiteral, KeyError):
        return None
    return pairs
