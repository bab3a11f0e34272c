"""Messages between the parent and its workers: length, JSON head, length, raw body."""

from __future__ import annotations

import struct
from typing import IO, Any

from assay import codec

_LENGTHS = struct.Struct(">II")


def send(stream: IO[bytes], head: object, body: bytes = b"") -> None:
    """Write one message."""
    encoded = codec.encode(head)
    stream.write(_LENGTHS.pack(len(encoded), len(body)) + encoded)
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[Any, bytes] | None:
    """Read one message; None where the other side has gone."""
    lengths = _exactly(stream, _LENGTHS.size)
    if lengths is None:
        return None
    head_length, body_length = _LENGTHS.unpack(lengths)
    head, body = _exactly(stream, head_length), _exactly(stream, body_length)
    if head is None or body is None:
        return None
    return codec.decode(head), body


def _exactly(stream: IO[bytes], length: int) -> bytes | None:
    data = stream.read(length) if length else b""
    return data if len(data) == length else None
