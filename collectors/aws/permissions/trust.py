"""Who may assume a role, by its trust policy, and what is demanded of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ...derive.kleene import all_of, any_of
from ..policy import Condition, Statement
from ..policy.narrowing import narrows, principals_named
from ..policy.patterns import covers_text

Sort = Literal["account", "service", "federated", "any", "narrowed"]

_ASSUME = ("sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity")
_EQUALS = ("stringequals", "stringequalsignorecase", "stringlike")
_DIFFERS = ("stringnotequals", "stringnotequalsignorecase", "stringnotlike")
_ORGANIZATION = ("aws:principalorgid", "aws:principalorgpaths")
_EXTERNAL_ID = "sts:externalid"
# What is left of the principal of somebody who was deleted opens nothing.
_DELETED = re.compile("A[A-Z]{3}[A-Z0-9]{12,}")
_OPEN = re.compile("<[^<>]*>")
_OWN_ORGANIZATION = re.compile("<[^<>]*aws_organizations_organization[^<>]*>")


@dataclass(frozen=True)
class Trusted:
    """One principal that may assume the role; what a value that is not known decides is None."""

    sort: Sort
    """`any` is everybody with an account; `narrowed` is everybody from some network or resource."""
    principal: str
    needs_external_id: bool | None
    needs_organization: bool | None


def trusted(statements: Sequence[Statement]) -> list[Trusted]:
    """Return who may assume the role; of several statements on one principal the weakest counts."""
    guards = [statement for statement in statements if statement.denies and _assumes(statement)]
    found: dict[tuple[Sort, str], Trusted] = {}
    for statement in statements:
        if not statement.denies and _assumes(statement):
            for one in _of_statement(statement, guards):
                other = found.get((one.sort, one.principal))
                found[one.sort, one.principal] = one if other is None else _weaker(one, other)
    shut = {value for guard in guards if not guard.conditions for _, value in guard.principals}
    return [] if "*" in shut else [one for one in found.values() if one.principal not in shut]


def _assumes(statement: Statement) -> bool:
    if statement.excepted_actions:
        return not any(covers_text(pattern, _ASSUME[0]) for pattern in statement.excepted_actions)
    return any(covers_text(pattern, action) for pattern in statement.actions for action in _ASSUME)


def _of_statement(statement: Statement, guards: Iterable[Statement]) -> Iterator[Trusted]:
    demands = list(_demands(statement, guards))
    external_id = any_of(*(_is_fixed_text(c) for c in demands if c.key == _EXTERNAL_ID))
    organization = any_of(*(_is_organization(c) for c in demands if c.key in _ORGANIZATION))
    for sort, principal in _principals(statement):
        yield Trusted(sort, principal, external_id, organization)


def _demands(statement: Statement, guards: Iterable[Statement]) -> Iterator[Condition]:
    """Yield what has to hold: the conditions of the statement, and what a Deny to all leaves open."""
    for condition in statement.conditions:
        if condition.operator.removeprefix("foranyvalue:") in _EQUALS:
            yield condition
    for guard in guards:
        # A Deny with a further condition leaves a way around it; that services are left out opens nothing here.
        conditions = [condition for condition in guard.conditions if condition.key != "aws:principalisawsservice"]
        if guard.names_everyone and len(conditions) == 1:
            condition = conditions[0]
            if condition.operator.removesuffix("ifexists") in _DIFFERS:
                yield Condition("stringequals", condition.key, condition.values)


def _is_fixed_text(condition: Condition) -> bool | None:
    """Whether one text alone fits; None where it is not known."""
    wild = condition.operator == "stringlike" and any("*" in value or "?" in value for value in condition.values)
    if wild or not all(condition.values) or any("${" in value for value in condition.values):
        return False
    return None if any(map(_OPEN.search, condition.values)) else bool(condition.values)


def _is_organization(condition: Condition) -> bool | None:
    values = tuple(_OWN_ORGANIZATION.sub("o-own", value) for value in condition.values)
    if any(map(_OPEN.search, values)):
        return None
    return narrows([Condition(condition.operator, condition.key, values)])


def _principals(statement: Statement) -> Iterator[tuple[Sort, str]]:
    if statement.all_but_principals:
        yield "any", "*"
        return
    for type_, value in sorted(statement.principals):
        if type_ == "Service":
            yield "service", value
        elif type_ == "Federated":
            yield "federated", value
        elif value == "*":
            yield from _everybody(statement.conditions)
        elif not _DELETED.fullmatch(value):
            yield "account", value


def _everybody(conditions: Sequence[Condition]) -> Iterator[tuple[Sort, str]]:
    """Yield whom the conditions leave of everybody; the organisation is told apart."""
    others = [condition for condition in conditions if condition.key not in _ORGANIZATION]
    named = principals_named(others)
    if named:
        yield from (("account", value) for value in sorted(named))
    else:
        yield "narrowed" if narrows(others) else "any", "*"


def _weaker(one: Trusted, other: Trusted) -> Trusted:
    return Trusted(
        one.sort,
        one.principal,
        all_of(one.needs_external_id, other.needs_external_id),
        all_of(one.needs_organization, other.needs_organization),
    )
