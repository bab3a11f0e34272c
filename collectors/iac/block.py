"""Reads arguments of a declared resource: a value, nothing, or not known; every reader forces the three apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .value import Hidden, Unknown

Values = Mapping[str, Any]


class Block:
    """The arguments of a resource or of a nested block.

    None means that the code does not set the argument and no value is known for it. `Unknown` means that the code
    sets it, to a value that is not known.
    """

    def __init__(self, values: Values) -> None:
        self.values = values

    def value(self, name: str) -> Any:
        """Return an argument as it is: a plain value, None, `Unknown` or `Hidden`."""
        return self.values.get(name)

    def text(self, name: str) -> str | Unknown | None:
        """Return a text; an empty one is as good as none, as Terraform has it."""
        value = self._settled(name)
        if value is None or isinstance(value, Unknown):
            return value
        return str(value) if isinstance(value, str | int | float) and value != "" else None

    def flag(self, name: str) -> bool | Unknown | None:
        """Return true or false, also where they are written as texts."""
        value = self._settled(name)
        if value is None or isinstance(value, bool | Unknown):
            return value
        written = {"true": True, "false": False, "1": True, "0": False}.get(str(value).lower())
        return Unknown("corrupt", operation=name) if written is None else written

    def number(self, name: str) -> int | Unknown | None:
        """Return a whole number, also where it is written as a text."""
        value = self._settled(name)
        if value is None or isinstance(value, Unknown):
            return value
        try:
            return int(value)
        except (TypeError, ValueError, OverflowError):
            return None if value == "" else Unknown("corrupt", operation=name)

    def texts(self, name: str) -> list[str] | Unknown | None:
        """Return a list of texts; one that is not known makes the list unknown."""
        value = self._settled(name)
        if value is None or isinstance(value, Unknown):
            return value
        items = value if isinstance(value, list) else [value]
        for item in items:
            if isinstance(item, Unknown | Hidden):
                return item if isinstance(item, Unknown) else Unknown("not_in_source", operation=name)
        return [str(item) for item in items if item is not None]

    def blocks(self, name: str) -> list[Block] | Unknown:
        """Return the nested blocks of a name, in order; none written is an empty list."""
        value = self._settled(name)
        if value is None:
            return []
        if isinstance(value, Unknown):
            return value
        items = value if isinstance(value, list) else [value]
        unknown = next((item for item in items if isinstance(item, Unknown)), None)
        if unknown is not None:
            return unknown
        return [Block(item) for item in items if isinstance(item, Mapping)]

    def block(self, name: str) -> Block | Unknown | None:
        """Return the only nested block of a name, or none."""
        found = self.blocks(name)
        if isinstance(found, Unknown):
            return found
        return found[0] if found else None

    def _settled(self, name: str) -> Any:
        value = self.values.get(name)
        return Unknown("not_in_source", operation=name) if isinstance(value, Hidden) else value
