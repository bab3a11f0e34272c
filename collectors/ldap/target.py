"""Where to connect, and how: the options of a source, checked for what would send a password in the clear."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from assay.collector import CollectorFailed, Source

from .options import PAGE, SECONDS


@dataclass(frozen=True)
class Target:
    """One server, reached as one reader."""

    url: str
    host: str
    seconds: int
    page: int
    bind_dn: str
    password: str = field(repr=False)
    external: bool
    tls: ssl.SSLContext | None
    """How TLS is made; None where none is wanted."""
    told: str
    """What the user has to know of a connection that proves less than it could."""

    @property
    def starttls(self) -> bool:
        """Say whether TLS is asked for after connecting."""
        return self.tls is not None and self.url.lower().startswith("ldap://")


def target_of(source: Source) -> Target:
    """Read the options of a source; raises `CollectorFailed` where they contradict each other."""
    options = source.options
    url = str(options["url"])
    local, mode = url.lower().startswith("ldapi:"), str(options.get("tls", "verified"))
    if mode == "none" and url.lower().startswith("ldaps:"):
        raise CollectorFailed("unsupported", "tls: none and ldaps:// contradict each other; take one of them away")
    if mode == "none" and "password" in options and not local:
        raise CollectorFailed("unsupported", "tls: none would send the password in the clear; take it away")
    if "bind_dn" in options and not options.get("password"):
        # Servers take a name without a password for an anonymous reader, who sees less than was meant.
        raise CollectorFailed("denied", "bind_dn needs a password; give one by ${ENV}")
    return Target(
        url=url,
        host=_host(url),
        seconds=int(options.get("timeout", SECONDS)),
        page=int(options.get("page_size", PAGE)),
        bind_dn=str(options.get("bind_dn", "")),
        password=str(options.get("password", "")),
        external=options.get("sasl") == "external",
        tls=None if local or mode == "none" else _context(source, options, verified=mode == "verified"),
        told="" if local or mode == "verified" else f"tls is {mode}: the server did not prove who it is",
    )


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        raise CollectorFailed("unsupported", "url is none; write ldaps://HOST or ldaps://HOST:PORT") from None


def _context(source: Source, options: Any, *, verified: bool) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=str(source.path("ca")) if "ca" in options else None)
        if "certificate" in options:
            key = str(source.path("key")) if "key" in options else None
            # A key that asks for a passphrase would wait for a terminal.
            context.load_cert_chain(str(source.path("certificate")), key, password="")
    except (OSError, ValueError) as error:
        what = "not there" if isinstance(error, FileNotFoundError) else "no usable PEM"
        raise CollectorFailed("unsupported", f"the file of ca, certificate or key is {what}") from None
    if not verified:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
