"""Names of entries: two spellings of one DN are one, and what an entry is called in the snapshot."""

from __future__ import annotations

import re

_PART = re.compile(r"((?:\\.|[^\\,])*)(?:,|$)", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-9A-Fa-f]{2}|.)", re.DOTALL)
_PARTING = frozenset((b",", b"+", b'"', b"\\", b"<", b">", b";"))


def folded(dn: str) -> str:
    """Return a DN in one spelling, which a server reads too: blanks around parts, case and escapes do not count."""
    parts = (part.partition("=") for part in _PART.findall(dn)[:-1])
    return ",".join(f"{name.strip()}={_plain(value)}" for name, _, value in parts).casefold()


def _plain(value: str) -> str:
    """Take the escapes away that a value does not need; the others keep signs of its own from parting the name."""
    found = _ESCAPED.sub(_unescaped, value.strip().encode("utf-8", "surrogateescape"))
    if found.startswith(b"#") and value.lstrip().startswith("\\"):
        found = b"\\" + found
    return " ".join(found.decode("utf-8", "backslashreplace").split())


def _unescaped(match: re.Match[bytes]) -> bytes:
    what = match[1]
    sign = bytes.fromhex(what.decode()) if len(what) == 2 else what
    return b"\\" + sign if sign in _PARTING else sign


def account(source: str, name: str) -> str:
    """Return the id of an account."""
    return f"directory:{source}:account/{name}"


def group(source: str, name: str) -> str:
    """Return the id of a group, as grants may name it."""
    return f"directory:{source}:group/{name}"


def password(account_id: str) -> str:
    """Return the id of the password of an account."""
    return f"{account_id}/password"
