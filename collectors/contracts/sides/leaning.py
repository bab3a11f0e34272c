"""Which of the parties serves, by what they are called and by what the text says that they do and are owed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..words import Words
from .names import Introduced
from .roles import ORDINALS, ROLES, VAGUE, role_in, word

_SAY = Words("sides")
_SERVES, _SERVED = _SAY("serves").pattern, _SAY("served").pattern
_MADE_VENDOR, _MADE_CUSTOMER = _SAY("made_vendor"), _SAY("made_customer")
_TELLING, _MADE, _VAGUE = 12, 6, 3
"""What a role counts for: one that means a side, one that is made of its work, one that either may bear."""
_MOST = 10
"""What all that is said of a party counts for at most."""


def leaning(party: Introduced, terms: Sequence[str], text: str) -> int:
    """Return how far a party leans to the side that serves; below zero it is the one that is served."""
    return _by_role(party) + _by_what_is_said(terms, text)


def _by_role(party: Introduced) -> int:
    roles = [role for called in party.words if called != party.name and (role := role_in(called))]
    telling = [role for role in roles if role not in ORDINALS and role not in VAGUE]
    role = next(iter(telling or roles), None)
    if role is None or (role in VAGUE and not telling):
        return _by_making(party) or (0 if role is None else _VAGUE if ROLES[role] == "vendor" else -_VAGUE)
    worth = _TELLING if telling else 1
    return worth if ROLES[role] == "vendor" else -worth


def _by_making(party: Introduced) -> int:
    """Read a word that no list holds by how it is made: whose work is in it serves, for whom it is done is served."""
    for called in party.words:
        if called != party.name and _MADE_CUSTOMER.fullmatch(called):
            return -_MADE
        if called != party.name and _MADE_VENDOR.fullmatch(called):
            return _MADE
    return 0


def _by_what_is_said(terms: Sequence[str], text: str) -> int:
    """Count what is said of a party by any of its words."""
    named = f"(?:{'|'.join(map(word, sorted(terms, key=len, reverse=True)))})"
    serves, served = (
        len(re.findall(pattern.replace("PARTY", named), text, re.IGNORECASE)) for pattern in (_SERVES, _SERVED)
    )
    return max(-_MOST, min(_MOST, 2 * (serves - served)))
