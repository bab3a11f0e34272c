"""Whom a role of the code trusts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ....aws.permissions import Trusted, trusted
from ....aws.policy import MalformedPolicy, parse
from ...code import Code
from ...declared import Declared
from ...policy_documents import policy_text
from .documents import plain
from .own_account import with_own_account


def trust_of(code: Code, role: Declared) -> Sequence[Trusted] | None:
    """Return who may assume a role; None where its trust policy is not known."""
    text = policy_text(code, role, "assume_role_policy")
    if not isinstance(text, str):
        return None
    try:
        return _trusted(with_own_account(code, role, plain(text)))
    except MalformedPolicy:
        return None


@lru_cache(maxsize=4096)
def _trusted(text: str) -> Sequence[Trusted]:
    return trusted(parse(text))
