"""Texts that hold a secret, and texts that only say where one is kept."""

from __future__ import annotations

import base64
import re

_PEM = "PRIVATE KEY-----"
_URL = re.compile(r"[a-z][a-z0-9+.\-]{0,30}://[^\s/:@]{0,100}:(?P<value>[^\s/@]{1,200})@", re.IGNORECASE)
_PAIR = re.compile(
    r"(?:password|passwd|pwd|secret|secret_?key|api_?key|token|secret_access_key)"
    r"[\"']?\s?[=:]\s?[\"']?(?P<value>[^\s;,\"'&}]+)",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"arn:|\{\{\s*resolve:|\$\{|\$[A-Za-z_(]|<[^>]*>$|(?:/[\w.\-]+){2,}$|vault:|ssm:|secretsmanager:|"
    r"projects/[^/]+/secrets/|%\w+%|true$|false$|\d{1,2}$",
    re.IGNORECASE,
)


def is_pointer(text: str) -> bool:
    """Whether it only names a secret: an ARN, a dynamic reference, the path of a parameter, a variable of a shell."""
    return _POINTER.match(text) is not None


def holds_secret(text: str) -> bool:
    """Whether a text holds a private key, or an address with a password."""
    return _PEM in text or ("://" in text and any(not is_pointer(found["value"]) for found in _URL.finditer(text)))


def assigns_secret(text: str) -> bool:
    """Whether a script or a connection string, perhaps in base64, gives a password, token or key its value."""
    text = _decoded(text)
    return holds_secret(text) or any(not is_pointer(found["value"]) for found in _PAIR.finditer(text))


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode()
    except ValueError:
        return text
