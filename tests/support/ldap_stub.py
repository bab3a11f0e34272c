"""An LDAP server in a few lines that says what no free server can be made to say; it knows binding and searching."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence

Element = tuple[int, bytes]
Search = Callable[[str, Sequence[str]], Sequence[bytes]]
"""Base and attributes of a search to the entries and references that answer it; the end is said by `Done`."""

_BIND, _SEARCH = 0x60, 0x63


def ber(tag: int, *parts: bytes) -> bytes:
    """Return one element of BER."""
    content = b"".join(parts)
    size = len(content)
    return bytes([tag, 0x84]) + size.to_bytes(4, "big") + content


def entry(dn: bytes, values: Mapping[str, Sequence[bytes]]) -> bytes:
    """Return an entry of an answer."""
    listed = (
        ber(0x30, ber(4, name.encode()), ber(0x31, *(ber(4, one) for one in several)))
        for name, several in values.items()
    )
    return ber(0x64, ber(4, dn), ber(0x30, *listed))


def reference(url: str) -> bytes:
    """Return the name of a server that holds a part of the tree."""
    return ber(0x73, ber(4, url.encode()))


def done(tag: int, code: int = 0) -> bytes:
    """Return the end of an answer."""
    return ber(tag, ber(0x0A, bytes([code])), ber(4), ber(4))


@contextlib.contextmanager
def ldap_stub(search: Search, end: int = 0) -> Iterator[str]:
    """Run the server until the block ends; every search ends with that result code. Yields its URL."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_serve, args=(listener, search, end), daemon=True).start()
        yield f"ldap://127.0.0.1:{listener.getsockname()[1]}"


def _serve(listener: socket.socket, search: Search, end: int) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = listener.accept()
            with connection:
                _talk(connection, search, end)


def _talk(connection: socket.socket, search: Search, end: int) -> None:
    data = b""
    while piece := connection.recv(65536):
        data += piece
        with contextlib.suppress(IndexError):
            while data:
                (_, message), data = _element(data)
                (_, number), rest = _element(message)
                (operation, content), _ = _element(rest)
                for answer in _answers(operation, content, search, end):
                    connection.sendall(ber(0x30, ber(2, number), answer))


def _answers(operation: int, content: bytes, search: Search, end: int) -> Iterator[bytes]:
    if operation == _BIND:
        yield done(0x61)
    elif operation == _SEARCH:
        parts = list(_elements(content))
        yield from search(parts[0][1].decode(), [name.decode() for _, name in _elements(parts[-1][1])])
        yield done(0x65, end)


def _elements(data: bytes) -> Iterator[Element]:
    while data:
        found, data = _element(data)
        yield found


def _element(data: bytes) -> tuple[Element, bytes]:
    """Return the first element and what follows; raises `IndexError` where it has not come wholly."""
    size, start = data[1], 2
    if size & 0x80:
        start += size & 0x7F
        size = int.from_bytes(data[2:start], "big")
    if len(data) < start + size:
        raise IndexError
    return (data[0], data[start : start + size]), data[start + size :]
