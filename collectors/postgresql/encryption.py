"""Encryption of connections: whether it is demanded, and in which versions and ciphers.

Every function raises `UnreadError` where it needs what could not be read.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Sequence

from .access_rules import Rule, clear_text_rules
from .facts import Unread, UnreadError, need
from .settings import Settings

#: PostgreSQL's name of a version to ours; without a lower limit the lowest that OpenSSL knows counts.
VERSIONS = {"": "1.0", "TLSv1": "1.0", "TLSv1.1": "1.1", "TLSv1.2": "1.2", "TLSv1.3": "1.3"}

#: No encryption, export grade, RC4, single and triple DES, MD5, and no authentication of the server.
WEAK = re.compile(r"NULL|EXP|RC4|DES|MD5|ADH|AECDH", re.IGNORECASE)


def plaintext_rules(settings: Settings, rules: Sequence[Rule] | Unread) -> list[str]:
    """Return the rules that let clear text in from outside the machine."""
    if settings.values.get("rds.force_ssl") in ("on", "1"):
        return []  # RDS then refuses clear text whatever pg_hba.conf says
    return [rule.text for rule in clear_text_rules(need(rules))]


def required(settings: Settings, rules: Sequence[Rule] | Unread) -> bool:
    """Say whether every remote client has to use TLS: PostgreSQL has no one setting for it."""
    if settings.get("ssl") == "off" or settings.values.get("rds.force_ssl") in ("off", "0"):
        return False
    return not plaintext_rules(settings, rules)


def minimum_version(settings: Settings) -> str:
    """Return the lowest version that the server accepts."""
    value = _setting(settings, "ssl_min_protocol_version")
    if value not in VERSIONS:
        raise UnreadError(Unread("unsupported", f"ssl_min_protocol_version {value}"))
    return VERSIONS[value]


def weak_ciphers(settings: Settings) -> list[str]:
    """Return the weak cipher suites that the server's list admits."""
    if minimum_version(settings) == "1.3":
        return []  # the list is for TLS 1.2 and below; 1.3 has no weak suite
    listed = _setting(settings, "ssl_ciphers")
    names = _expand(listed)
    weak = sorted(name for name in names if WEAK.search(name))
    if not names or (not weak and _names_weak(listed)):
        # Our OpenSSL lacks what the list names (RC4, DES), so nothing can be said of the server's.
        raise UnreadError(Unread("unsupported", f"expand ssl_ciphers {listed!r} with {ssl.OPENSSL_VERSION}"))
    return weak


def _setting(settings: Settings, name: str) -> str:
    if settings.get("ssl") == "off":
        raise UnreadError(Unread("not_in_source", f"{name}: ssl is off"))
    value = settings.get(name)
    if value is None:
        raise UnreadError(Unread("unsupported", f"{name}: this server has no such setting"))
    return value


def _expand(listed: str) -> set[str]:
    """Expand a list of ciphers as OpenSSL does; nothing where it cannot."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    # The security level of the server's OpenSSL is not known: without one the list alone speaks.
    level = "" if "@SECLEVEL" in listed else ":@SECLEVEL=0"
    try:
        context.set_ciphers(listed + level)
    except ssl.SSLError:
        return set()
    return {str(cipher["name"]) for cipher in context.get_ciphers()}


def _names_weak(listed: str) -> bool:
    """Say whether the list adds a weak suite by name; `+` only moves, `-` and `!` remove."""
    words = re.split(r"[:, ]+", listed)
    return any(WEAK.search(word) for word in words if word[:1] not in ("+", "-", "!", "@"))
