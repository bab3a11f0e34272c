"""A page that ends at an entry before it is longer than its reader takes."""

from __future__ import annotations

from typing import IO

ROOM = 1000
"""Bytes that are kept for the line that says what was left out."""


class Fitted:
    """Text of at most so many bytes."""

    def __init__(self, out: IO[bytes], limit: int) -> None:
        self._out = out
        self._left = limit - ROOM
        self.full = False

    def add(self, text: str) -> bool:
        """Write an entry if it fits; after the first that does not, nothing is written but the end."""
        data = text.encode()
        self.full = self.full or len(data) > self._left
        if not self.full:
            self._out.write(data)
            self._left -= len(data)
        return not self.full

    def end(self, text: str) -> None:
        """Write the last line, for which there is always room."""
        self._out.write(text.encode()[:ROOM])
