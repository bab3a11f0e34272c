"""Cells that hold more than one value: lists, and pairs of name and value."""

from __future__ import annotations

import re

from . import fold, texts
from .fields import Field
from .texts import BadCell

_SEPARATORS = re.compile("[;；、]")


def items(field: Field, cell: object) -> list[str]:
    """Return the items without repetition; `none` alone is the empty list. Raises `BadCell`."""
    found = [texts.read(item) for item in cell] if isinstance(cell, list) else _split(texts.read(cell))
    if len(found) == 1 and fold.word(found[0]) in field.empty:
        return []
    return list(dict.fromkeys(_item(field, item) for item in found))


def pairs(cell: object) -> dict[str, str]:
    """Return what stands left and right of each equals sign. Raises `BadCell`."""
    if isinstance(cell, dict):
        return {key: texts.read(value) for key, value in cell.items()}
    parts = [part.partition("=") for part in _split(texts.read(cell))]
    found = {name.strip(): value.strip() for name, equals, value in parts if equals}
    if len(found) < len(parts):
        raise BadCell("is no list of name=value pairs with a name of its own each")
    return found


def _split(text: str) -> list[str]:
    return [item for item in map(str.strip, _SEPARATORS.split(text)) if item]


def _item(field: Field, text: str) -> str:
    if "\n" in text:
        raise BadCell("holds a line break within a list; separate with ;")
    if field.closed:
        return texts.word(field, text, "holds a value that the field does not take")
    return field.words.get(fold.word(text), text)
