"""Names of entries: two spellings of one DN are one, and what an entry is called in the snapshot."""

from __future__ import annotations

import re

_COMMA = re.compile(r"(?<!\\),")
_ESCAPED = re.compile(rb"\\([0-9A-Fa-f]{2}|.)")


def folded(dn: str) -> str:
    """Return a DN in one spelling: blanks around its parts, case and escapes do not count."""
    parts = (part.partition("=") for part in _COMMA.split(dn))
    return ",".join(f"{name.strip()}={_plain(value)}" for name, _, value in parts).casefold()


def _plain(value: str) -> str:
    """Take the escapes away; a comma of the value itself keeps one, so that it parts nothing."""
    found = _ESCAPED.sub(_unescaped, value.strip().encode())
    return " ".join(found.decode("utf-8", "backslashreplace").split()).replace(",", "\\,")


def _unescaped(match: re.Match[bytes]) -> bytes:
    what = match[1]
    return bytes.fromhex(what.decode()) if len(what) == 2 else what


def account(source: str, name: str) -> str:
    """Return the id of an account."""
    return f"directory:{source}:account/{name}"


def group(source: str, name: str) -> str:
    """Return the id of a group, as grants may name it."""
    return f"directory:{source}:group/{name}"


def password(account_id: str) -> str:
    """Return the id of the password of an account."""
    return f"{account_id}/password"
