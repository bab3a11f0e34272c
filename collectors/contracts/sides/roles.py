"""Words by which contracts call the one who orders and the one who serves."""

from __future__ import annotations

import re
from typing import Literal

from ..words import listed

Side = Literal["customer", "vendor"]

FIRST, SECOND = listed("sides", "first"), listed("sides", "second")
VAGUE = frozenset(listed("sides", "vague"))
"""Roles that a party of either side may bear."""
ORDINALS = frozenset({*FIRST, *SECOND})
"""Roles that tell who is named first, not who serves."""
ROLES: dict[str, Side] = {
    **dict.fromkeys([*listed("sides", "customer"), *FIRST], "customer"),
    **dict.fromkeys([*listed("sides", "vendor"), *SECOND], "vendor"),
}
"""Role to side."""
PRONOUNS = {"we": ("We", "we", "us", "Us"), "you": ("You", "you")}
"""Pronouns that a contract in plain words uses for its parties, each with its forms."""
_BY_LOWER = {role.lower(): role for role in ROLES}


# `其他服务商` and `云服务商` are others, not the party that is called `服务商`.
_NOT_ANOTHER = "(?<![他它何任某云外新])(?<!第三方)"


def word(text: str) -> str:
    """Return a pattern of a word that is part of no longer one, where its script parts words."""
    if text.isascii():
        return rf"\b{re.escape(text)}\b"
    return rf"{_NOT_ANOTHER}{'(?<![联分子限各])' if text in VAGUE else ''}{re.escape(text)}"


_ROLE = re.compile("|".join(map(word, sorted(ROLES, key=len, reverse=True))), re.IGNORECASE)


def roles_in(text: str) -> list[str]:
    """Return the roles that a text names, as the list writes them; of the vague ones only what is all of it."""
    found = [_BY_LOWER[match[0].lower()] for match in _ROLE.finditer(text)]
    return [role for role in found if role not in VAGUE or role.lower() == text.strip().lower()]


def role_in(text: str) -> str | None:
    """Return the first role that a text names."""
    return next(iter(roles_in(text)), None)
