"""Words by which contracts call the one who orders and the one who serves."""

from __future__ import annotations

import re
from typing import Literal

from ..words import listed

Side = Literal["customer", "vendor"]

FIRST, SECOND = listed("sides", "first"), listed("sides", "second")
ORDINALS = frozenset({*FIRST, *SECOND})
"""Roles that tell who is named first, not who serves."""
ROLES: dict[str, Side] = {
    **dict.fromkeys([*listed("sides", "customer"), *FIRST], "customer"),
    **dict.fromkeys([*listed("sides", "vendor"), *SECOND], "vendor"),
}
"""Role to side."""
_BY_LOWER = {role.lower(): role for role in ROLES}


def word(text: str) -> str:
    """Return a pattern of a word that is part of no longer one, where its script parts words."""
    return rf"\b{re.escape(text)}\b" if text.isascii() else re.escape(text)


_ROLE = re.compile("|".join(map(word, sorted(ROLES, key=len, reverse=True))), re.IGNORECASE)


def roles_in(text: str) -> list[str]:
    """Return the roles that a text names, as the list writes them."""
    return [_BY_LOWER[match[0].lower()] for match in _ROLE.finditer(text)]


def role_in(text: str) -> str | None:
    """Return the first role that a text names."""
    return next(iter(roles_in(text)), None)
