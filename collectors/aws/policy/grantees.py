"""Whom a policy lets in, as far as its Allow statements name them.

Deny statements are not subtracted: what they take away depends on the request. Services of AWS are no
principals of another organisation; a bare id of a deleted user or role (`AIDA...`, `AROA...`) opens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .document import Statement
from .narrowing import narrows, principals_named

_DELETED = re.compile("A[A-Z]{3}[A-Z0-9]{12,}")


def grantees(statements: Iterable[Statement]) -> set[str]:
    """Return principals as written (account id, ARN, canonical id, identity provider); `*` is everybody."""
    return set().union(*(_of_statement(statement) for statement in statements if not statement.denies))


def account_of(principal: str) -> str:
    """Return the account of an account id or ARN; empty where it names none."""
    parts = principal.split(":")
    if parts[0] == "arn":
        return parts[4] if len(parts) > 5 else ""
    return principal if re.fullmatch("[0-9]{12}", principal) else ""


def _of_statement(statement: Statement) -> set[str]:
    if statement.all_but_principals:
        return _everybody(statement)
    values = {value for type_, value in statement.principals if type_ != "Service"}
    open_ = {value for value in values if _is_everybody(value)}
    named = {value for value in values - open_ if not _DELETED.fullmatch(value)}
    return named | _everybody(statement) if open_ else named


def _everybody(statement: Statement) -> set[str]:
    """Return `*`, or whom the conditions leave of it."""
    conditions = statement.conditions
    return principals_named(conditions) if narrows(conditions) else {"*"}


def _is_everybody(principal: str) -> bool:
    return principal == "*" or "*" in account_of(principal)
