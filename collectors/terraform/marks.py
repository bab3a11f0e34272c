"""What a plan says of values beside the values."""

from __future__ import annotations

from typing import NamedTuple


class Marks(NamedTuple):
    """Whether a value, or parts of it, are unknown or sensitive."""

    unknown: object
    sensitive: object

    def of(self, name: str) -> Marks:
        """Return the marks of an entry; what holds for a container holds for all in it."""
        return Marks(_entry(self.unknown, name), _entry(self.sensitive, name))

    def at(self, index: int) -> Marks:
        """Return the marks of an item of a list."""
        return Marks(_item(self.unknown, index), _item(self.sensitive, index))


def _entry(mark: object, name: str) -> object:
    return mark.get(name) if isinstance(mark, dict) else mark


def _item(mark: object, index: int) -> object:
    if isinstance(mark, list):
        return mark[index] if index < len(mark) else None
    return mark
