"""Writes on, and measures what has been written as it will be sent: compressed."""

from __future__ import annotations

import zlib
from typing import IO


class Measured:
    """A file and the size of its content after compression."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._packer = zlib.compressobj(wbits=31)
        self.packed = 0
        """Bytes so far, but for what the compressor still holds back."""

    def write(self, data: bytes) -> None:
        """Write, and count."""
        self._out.write(data)
        self.packed += len(self._packer.compress(data))
