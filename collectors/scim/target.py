"""Where to connect, and how: the options of a source, checked for what would send the token in the clear."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from assay.collector import CollectorFailed, Source

from .options import SECONDS

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Target:
    """One server, reached with one token."""

    url: str
    token: str = field(repr=False)
    seconds: int
    tls: ssl.SSLContext


def target_of(source: Source) -> Target:
    """Read the options of a source; raises `CollectorFailed`."""
    url = str(source.options["url"]).rstrip("/")
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        raise CollectorFailed("unsupported", "url is none; write https://HOST/PATH") from None
    token = str(source.options["token"]).strip()
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise CollectorFailed("denied", "token holds signs that no token has; does its variable hold something else?")
    if parts.scheme == "http" and host not in _LOOPBACK:
        raise CollectorFailed("unsupported", "http:// would send the token in the clear; write https://")
    if parts.username or parts.password or parts.query:
        raise CollectorFailed("unsupported", "url holds more than host and path; the token belongs under token")
    try:
        context = ssl.create_default_context(cafile=str(source.path("ca")) if "ca" in source.options else None)
    except (OSError, ValueError) as error:
        what = "not there" if isinstance(error, FileNotFoundError) else "no usable PEM"
        raise CollectorFailed("unsupported", f"the file of ca is {what}") from None
    return Target(url, token, int(source.options.get("timeout", SECONDS)), context)
