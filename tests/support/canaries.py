"""Made-up secrets that can be told apart, and every spelling in which one may come out."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Iterator
from urllib.parse import quote, quote_plus


def canary(name: str) -> str:
    """Return the secret of that name: its core is found in no other text, its end is spelt anew by every escape."""
    return f"{core(name)}\"<&>%' +=\\"


def core(name: str) -> str:
    """Return the part of a secret that every escape leaves as it is; what leaks of it leaks of the secret."""
    return f"Kq7Zw-{name}-9xJv"


def secrets(name: str) -> tuple[str, str]:
    """Return what must not come out of the secret of that name."""
    return canary(name), core(name)


def hits(seen: bytes, *secrets: str) -> list[str]:
    """Return the spellings of secrets that the bytes hold."""
    spelt = {form for secret in secrets for form in _spellings(secret)}
    return sorted(form for form in spelt if form.encode() in seen or form.encode("utf-16-le") in seen)


def _spellings(secret: str) -> Iterator[str]:
    yield from (secret, quote(secret, safe=""), quote_plus(secret), html.escape(secret))
    yield from (json.dumps(secret)[1:-1], repr(secret)[1:-1])
    yield from (secret.encode().hex(), secret.encode().hex().upper())
    yield from _base64(secret.encode())


def _base64(secret: bytes) -> Iterator[str]:
    """Yield what base64 makes of it behind none, one or two other bytes, without what depends on its neighbours."""
    for before in range(3):
        text = base64.b64encode(bytes(before) + secret).decode()
        inner = text[-(-before * 8 // 6) : (before + len(secret)) * 8 // 6]
        yield from (inner, inner.replace("+", "-").replace("/", "_"))
