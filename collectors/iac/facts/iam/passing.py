"""Whether a role of the code that a principal may pass on has rights that the principal lacks."""

from __future__ import annotations

import re
from bisect import bisect_left
from fnmatch import fnmatchcase
from functools import lru_cache

from ....aws.permissions import exceeds
from ...code import Code
from .estate import Estate
from .holders import Holder
from .trust import trust_of

_LAST = "\U0010ffff"


class Roles:
    """The roles of the code, found by what policies call them."""

    def __init__(self, code: Code, estate: Estate) -> None:
        self._code = code
        self._roles = [one for one in estate.holders if one.sort == "role"]
        self._by_text = {text: role for role in self._roles for text in (role.name, *role.principal.names) if text}
        # Patterns mostly begin with letters, and so most roles need not be tried.
        self._names = sorted(role.name for role in self._roles if role.name is not None)
        self._matching = lru_cache(maxsize=1024)(self._find)

    def may_pass(self, mine: Holder, pattern: str, service: str) -> bool | None:
        """Say whether a pattern names a role with further rights that a service may assume; None where not known."""
        roles = self._matching(pattern)
        answers = [self._exceeds(role, mine, service) for role in roles]
        if True in answers:
            return True
        # A pattern may name roles that are not in the code, too.
        is_all = bool(roles) and not ("*" in pattern or "?" in pattern)
        return False if is_all and None not in answers else None

    def _find(self, pattern: str) -> tuple[Holder, ...]:
        exact = self._by_text.get(pattern) or self._by_text.get(_name(pattern))
        if exact is not None:
            return (exact,)
        name = _name(pattern)
        start = re.split("[*?]", name, maxsplit=1)[0]
        first, last = bisect_left(self._names, start), bisect_left(self._names, start + _LAST)
        return tuple(self._by_text[one] for one in self._names[first:last] if fnmatchcase(one, name))

    def _exceeds(self, role: Holder, mine: Holder, service: str) -> bool | None:
        if role is mine:
            return False
        trusted = trust_of(self._code, role.declared)
        if trusted is not None and not any(one.sort == "service" and _is(one.principal, service) for one in trusted):
            return False
        exceeding = exceeds(role.rights, mine.rights)
        return exceeding if trusted is not None or exceeding is False else None


def _name(pattern: str) -> str:
    return pattern.rsplit("/", 1)[-1]


def _is(principal: str, service: str) -> bool:
    return principal.removesuffix(".cn") == f"{service}.amazonaws.com"
